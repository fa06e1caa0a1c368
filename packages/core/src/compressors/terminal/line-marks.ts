import { createWordTable } from '../../relevance/columns/word-table.ts';
import { unitHead } from '../../relevance/selection/text-units.ts';
import { countKeys, countRepeats } from './line-census.ts';
import type { Listing } from './listing.ts';
import { lookAt, type LineLook } from './look-at-line.ts';

/** What single lines look like, before anything is known of what stands around them. */
export interface LineMarks {
  /** How often a line of this form (letters and digits masked) stands in the text. */
  readonly formCounts: Int32Array;
  /** How many equal lines stand before this one. */
  readonly repeats: Int32Array;
  /** 1 where a line speaks of trouble and few others do. */
  readonly trouble: Uint8Array;
  /** 1 where a line sums up. */
  readonly totals: Uint8Array;
  /** 1 where a line is encoded bytes: base64, hexadecimal, dumps. */
  readonly dense: Uint8Array;
}

const readCharacters = 300;
const troubleShare = 0.15;
const total =
  /^\W{0,4}(?:grand |sub)?totals?\b|\btotals?\W{0,3}$|\btotal (?:size|of|time|used|disk|memory|:)|^\W{0,4}(?:summary|sum|average|overall|mean)\b|\b\d+ (?:\w{1,20} ){0,2}(?:files? changed|loaded units|unit files|packages? (?:are|installed|in)|rows?\b|objects?\b|records?\b|directories)|\bload average\b|\bfiles? changed,|\bin set\b|\bspeedup is\b/i;
/** Lines with none of these words are not looked at any closer. */
const totalWords = createWordTable(
  'total totals subtotal summary sum average overall mean changed loaded unit packages package rows row object objects record records directories set speedup',
);
const base64 = /^[A-Za-z0-9+/=_-]{48,}$/;
const dump = /^[0-9a-f]{4,16}:? {1,3}(?:[0-9a-f]{2,8} {1,2}){4}|^(?:[0-9a-f]{2}[: ]){12}/i;
const shortestDense = 40;

/** Marks all lines in one pass over their characters. Long lines are equal where their beginnings are and they are as long. */
export function markLines({ units, codes }: Listing): LineMarks {
  const { count, starts, ends } = units;
  const forms = new Int32Array(count);
  const keys = new Int32Array(count);
  const trouble = new Uint8Array(count);
  const totals = new Uint8Array(count);
  const dense = new Uint8Array(count);
  const look: LineLook = { form: 0, key: 0, words: 0, speaksOfTrouble: false, isMeant: false };
  let troubled = 0;
  for (let line = 0; line < count; line += 1) {
    const start = starts[line]!;
    const end = Math.min(ends[line]!, start + readCharacters);
    if (start === end) continue;
    lookAt({ codes, start, end, meant: totalWords }, look);
    forms[line] = look.form;
    keys[line] = look.key;
    if (look.isMeant) totals[line] = 1;
    if (end - start >= shortestDense && mayBeDense(codes, start, look.words) && isDense(unitHead(units, line, readCharacters), look.words))
      dense[line] = 1;
    else if (look.speaksOfTrouble) {
      trouble[line] = 1;
      troubled += 1;
    }
  }
  if (troubled > count * troubleShare + 1) trouble.fill(0);
  const repeats = countRepeats({ units, codes, keys, read: readCharacters });
  for (let line = 0; line < count; line += 1)
    if (totals[line] === 1 && (repeats[line] !== 0 || !total.test(unitHead(units, line, readCharacters)))) totals[line] = 0;
  return { formCounts: countKeys(forms), repeats, trouble, totals, dense };
}

/** One long word, or pairs of digits: the patterns need the line as a string. */
function mayBeDense(codes: Uint16Array, start: number, words: number): boolean {
  return words === 1 || (isHexadecimal(codes[start]!) && isHexadecimal(codes[start + 1]!));
}

/** Bytes written as base64 in one word, or as pairs of digits in many. */
function isDense(head: string, words: number): boolean {
  if (words === 1) return base64.test(head) && /[A-Z]/.test(head) && /[a-z]/.test(head) && /\d/.test(head);
  return dump.test(head) && !isReadable(head);
}

function isHexadecimal(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}

const readableShare = 0.65;
const letterShare = 0.35;

/** What the bytes of a dump say stands behind them: a line whose bytes are letters tells what is in the file, as a search for strings would. */
function isReadable(head: string): boolean {
  const said = /(?: {2}|\|)([\x20-\x7e]{8,34})$/.exec(head.trimEnd())?.[1]?.replaceAll('|', '') ?? '';
  const share = (signs: RegExp): number => (said.match(signs)?.length ?? 0) / Math.max(1, said.length);
  return share(/[A-Za-z0-9 _%/-]/g) >= readableShare && share(/[A-Za-z]/g) >= letterShare;
}
