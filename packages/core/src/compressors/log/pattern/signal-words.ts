import type { LogLines } from '../lines/log-lines.ts';

/** What a word tells about the line it stands in; bits, so that a line's words add up. */
export const signal = { failure: 1, trouble: 2, warning: 4, tally: 8, ending: 16 } as const;

const vocabulary: readonly (readonly [bits: number, words: string])[] = [
  [
    signal.failure,
    `error errors err fatal severe critical crit emerg panic panicked exception exceptions fail failed failing failure failures fails abort aborted aborting
     killed crash crashed crashes segfault segmentation sanitizer traceback oops bug deadlock corrupt corrupted corruption oom assertion assertions assert asserts
     uncaught unhandled elifecycle terminated fault faulted leak leaked leaks overflow race violation stacktrace die died dies rollback outage alert catastrophic`,
  ],
  [
    signal.trouble,
    `cannot unable not no none denied refused rejected reject invalid illegal missing mismatch mismatched mismatches unexpected unknown undefined unresolved unreachable timeout
     timeouts timed forbidden unauthorized unsupported unavailable incompatible conflict conflicts conflicting broken bad lost expected received actual wanted want got required
     requires require deprecated malformed never without already multiple exceeded exceeds limit too closed reset dropped retry retries retrying gave unrecognized
     ambiguous duplicate orphaned stale expired insufficient exhausted full lacks lack non isn aren wasn weren doesn don didn hasn haven couldn wouldn shouldn won can please
     differ differs different wrong unused unreachable untyped nonexistent absent empty skipped ignored ignoring hint help note caused cause because due`,
  ],
  [signal.warning, 'warning warnings warn warns wrn'],
  [
    signal.tally,
    `passed passing skipped pending tests test suites specs examples total summary ran found problems packages files modules assertions scenarios warnings errors failures
     failed failing build compiled checked added removed changed result results status collected duration leaked ok`,
  ],
  [signal.ending, 'exit exited exiting exits returned status code elifecycle signal'],
];

const filterBits = 0xffff;
const seen = new Uint8Array(filterBits + 1);
const bitsOf = new Map<number, number>();

/** The first state of a word's hash. */
export const wordSeed = 0x811c9dc5 | 0;

/** One more lower-case letter of a word (FNV-1a). */
export function wordStep(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

for (const [bits, words] of vocabulary) {
  for (const word of words.split(/\s+/).filter(Boolean)) {
    let hash = wordSeed;
    for (let index = 0; index < word.length; index += 1) hash = wordStep(hash, word.charCodeAt(index));
    bitsOf.set(hash, (bitsOf.get(hash) ?? 0) | bits);
    seen[hash & filterBits] = 1;
  }
}

/** The signals of the word with this hash; 0 for most words. */
function signalsOf(hash: number): number {
  return seen[hash & filterBits] === 0 ? 0 : (bitsOf.get(hash) ?? 0);
}

/** Compounds (`TypeError`) are longer than the words that they end with. */
const shortestCompound = 6;

/** The signals of all words among the characters from `start` to `end`: runs of letters, which all characters beyond ASCII are. */
export function readSignals({ text, codes }: Pick<LogLines, 'text' | 'codes'>, start: number, end: number): number {
  let signals = 0;
  for (let at = start; at < end; at += 1) {
    const first = at;
    let hash = wordSeed;
    for (; at < end; at += 1) {
      const code = codes[at]!;
      if (!isLetter(code)) break;
      hash = wordStep(hash, code < 0x80 ? code | 0x20 : code);
    }
    if (at === first) continue;
    signals |= signalsOf(hash);
    if (at - first >= shortestCompound) signals |= compoundSignals(text, at);
  }
  return signals;
}

function isLetter(code: number): boolean {
  return code >= 0x80 || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

/** The signal of a compound such as `TypeError` or `NullPointerException` that ends at `end`. */
function compoundSignals(text: string, end: number): number {
  switch (text.charCodeAt(end - 1)) {
    case 0x72:
      return text.startsWith('rror', end - 4) ? signal.failure : 0;
    case 0x6e:
      return text.startsWith('xception', end - 8) ? signal.failure : 0;
    case 0x65:
      return text.startsWith('ailure', end - 6) ? signal.failure : 0;
    case 0x67:
      return text.startsWith('arning', end - 6) ? signal.warning : 0;
    default:
      return 0;
  }
}
