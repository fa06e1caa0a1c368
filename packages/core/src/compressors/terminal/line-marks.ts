import { speaksOfTrouble } from '../../relevance/columns/trouble.ts';
import { createWordTable, scanLetters } from '../../relevance/columns/word-table.ts';
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

const formCharacters = 120;
const troubleShare = 0.15;
const total = /^\W{0,4}(?:grand |sub)?totals?\b|\btotals?\W{0,3}$|\btotal (?:size|of|time|used|disk|memory|:)|^\W{0,4}(?:summary|sum|average|overall|mean)\b|\b\d+ (?:\w{1,20} ){0,2}(?:files? changed|loaded units|unit files|packages? (?:are|installed|in)|rows?\b|objects?\b|records?\b|directories)|\bload average\b|\bfiles? changed,|\bin set\b|\bspeedup is\b/i;
/** Lines with none of these words are not looked at any closer. */
const totalWords = createWordTable('total totals subtotal summary sum average overall mean changed loaded unit packages package rows row object objects record records directories set speedup');
const base64 = /^[A-Za-z0-9+/=_-]{48,}$/;
const dump = /^[0-9a-f]{4,16}:? {1,3}(?:[0-9a-f]{2,8} {1,2}){4}|^(?:[0-9a-f]{2}[: ]){12}/i;

/** Marks all lines in one pass. */
export function markLines(units: TextUnits): LineMarks {
  const { count } = units;
  const forms = new Int32Array(count);
  const formTimes = new Map<number, number>();
  const seen = new Map<string, number>();
  const repeats = new Int32Array(count);
  const trouble = new Uint8Array(count);
  const totals = new Uint8Array(count);
  const dense = new Uint8Array(count);
  let troubled = 0;
  for (let line = 0; line < count; line += 1) {
    const head = unitHead(units, line, 400);
    if (head === '') continue;
    const form = formOf(head);
    forms[line] = form;
    formTimes.set(form, (formTimes.get(form) ?? 0) + 1);
    const times = seen.get(head) ?? 0;
    repeats[line] = times;
    seen.set(head, times + 1);
    if (times === 0) {
      if (isDense(head)) dense[line] = 1;
      else if (mayTotal(head) && total.test(head)) totals[line] = 1;
    }
    if (dense[line] === 0 && speaksOfTrouble(head)) {
      trouble[line] = 1;
      troubled += 1;
    }
  }
  if (troubled > count * troubleShare + 1) trouble.fill(0);
  return { formCounts: forms.map((form) => formTimes.get(form) ?? 0), repeats, trouble, totals, dense };
}

function mayTotal(head: string): boolean {
  let found = false;
  scanLetters(head, 0, head.length, (word) => {
    if (totalWords.has(word)) found = true;
    return !found;
  });
  return found;
}

function isDense(head: string): boolean {
  if (head.length < 40) return false;
  return !head.includes(' ') ? base64.test(head) && /[A-Z]/.test(head) && /[a-z]/.test(head) && /\d/.test(head) : dump.test(head);
}

/** A key of a line's form: runs of letters, of digits and of spaces each count as one sign. */
function formOf(head: string): number {
  let key = 17;
  let before = 0;
  const end = Math.min(head.length, formCharacters);
  for (let at = 0; at < end; at += 1) {
    const code = head.charCodeAt(at);
    const sign = (code >= 0x30 && code <= 0x39) ? 1 : (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 2 : code === 0x20 || code === 0x09 ? 3 : code > 0x7f ? 4 : code;
    if (sign === before && sign < 5) continue;
    key = Math.imul(key ^ sign, 0x01000193);
    before = sign;
  }
  return key;
}
