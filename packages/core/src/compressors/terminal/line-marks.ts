import { findWords, foundOther, foundTrouble } from '../../relevance/columns/trouble.ts';
import { createWordTable } from '../../relevance/columns/word-table.ts';
import { unitHead, type TextUnits } from '../../relevance/selection/text-units.ts';

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

/** Marks all lines in one pass. Long lines are equal where their beginnings are and they are as long. */
export function markLines(units: TextUnits): LineMarks {
  const { text, count, starts, ends } = units;
  const forms = new Int32Array(count);
  const formTimes = new Map<number, number>();
  const seen = new Map<string, number>();
  const repeats = new Int32Array(count);
  const trouble = new Uint8Array(count);
  const totals = new Uint8Array(count);
  const dense = new Uint8Array(count);
  const keys = { form: 0, words: 0 };
  let troubled = 0;
  for (let line = 0; line < count; line += 1) {
    const start = starts[line]!;
    const end = Math.min(ends[line]!, start + readCharacters);
    if (start === end) continue;
    readKeys(text, start, end, keys);
    forms[line] = keys.form;
    formTimes.set(keys.form, (formTimes.get(keys.form) ?? 0) + 1);
    const key = ends[line] === end ? text.slice(start, end) : `${text.slice(start, end)}\n${ends[line]! - start}`;
    const times = seen.get(key) ?? 0;
    repeats[line] = times;
    seen.set(key, times + 1);
    const found = findWords(text, start, end, totalWords);
    if (end - start >= shortestDense && isDense(unitHead(units, line, readCharacters), keys.words)) dense[line] = 1;
    else if ((found & foundTrouble) !== 0) {
      trouble[line] = 1;
      troubled += 1;
    }
    if (times === 0 && (found & foundOther) !== 0 && total.test(unitHead(units, line, readCharacters))) totals[line] = 1;
  }
  if (troubled > count * troubleShare + 1) trouble.fill(0);
  return { formCounts: forms.map((form) => formTimes.get(form) ?? 0), repeats, trouble, totals, dense };
}

/** Reads a key of a line's form, in which runs of letters, of digits and of spaces each count as one sign; and its words, about. */
function readKeys(text: string, start: number, end: number, keys: { form: number; words: number }): void {
  let form = 17;
  let words = 1;
  let before = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const sign = code < 0x80 ? signs[code]! : 4;
    if (sign === before && sign < 5) continue;
    if (sign === 3) words += 1;
    form = Math.imul(form ^ sign, 0x01000193);
    before = sign;
  }
  keys.form = form;
  keys.words = words;
}

/** 1 for digits, 2 for letters, 3 for spaces, 4 beyond ASCII; other signs are themselves. */
const signs = Uint8Array.from({ length: 0x80 }, (_, code) => {
  if (code >= 0x30 && code <= 0x39) return 1;
  if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) return 2;
  return code === 0x20 || code === 0x09 ? 3 : Math.max(5, code);
});

/** Bytes written as base64 in one word, or as pairs of digits in many. */
function isDense(head: string, words: number): boolean {
  if (words === 1) return base64.test(head) && /[A-Z]/.test(head) && /[a-z]/.test(head) && /\d/.test(head);
  return isHexadecimal(head.charCodeAt(0)) && dump.test(head) && !isReadable(head);
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
