import { otherShape, type Units } from '../units.ts';

const longestHead = 8;

/** Signs that open and close what is quoted; `'` only at the edges of words. */
const closings: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['‘', '’'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
]);

/**
 * Marks the units that stand in quotation marks or in a code span, their signs included. What opens and does not close in its paragraph keeps all up to the end of it:
 * a wrong guess then costs words, never a quotation.
 */
export function markQuoted(units: Units, keep: Uint8Array): void {
  let awaited: string | undefined;
  let from = 0;
  for (let unit = 0; unit < units.count; unit += 1) {
    if (unit === 0 || units.blocks[unit] !== units.blocks[unit - 1]) {
      if (awaited !== undefined && awaited !== "'") keep.fill(1, from, unit);
      awaited = undefined;
    }
    // A plain word holds no sign of quotation.
    if (units.shapes[unit] !== otherShape) continue;
    const word = units.text.slice(units.starts[unit], units.ends[unit]);
    for (let at = 0; at < word.length;) {
      if (awaited === undefined) {
        const opened = openedAt(word, at);
        if (opened !== undefined) [awaited, from] = [opened.closing, unit];
        at += opened?.length ?? 1;
      } else {
        const { closes, length } = closingAt(word, at, awaited);
        if (closes) {
          keep.fill(1, from, unit + 1);
          awaited = undefined;
        }
        at += length;
      }
    }
  }
  if (awaited !== undefined && awaited !== "'") keep.fill(1, from, units.count);
}

function openedAt(word: string, at: number): { readonly closing: string; readonly length: number } | undefined {
  const sign = word[at]!;
  if (sign === '`') {
    const length = runOf(word, at, '`');
    return { closing: '`'.repeat(length), length };
  }
  if (sign === '"') return { closing: '"', length: 1 };
  // A single mark opens only at the head of a word, behind a few brackets: elsewhere it is an apostrophe.
  if (sign === "'" || sign === '‘') {
    const heads = at <= longestHead && /^[([{*_]*$/.test(word.slice(0, at)) && at + 1 < word.length;
    return heads ? { closing: sign === "'" ? "'" : '’', length: 1 } : undefined;
  }
  const closing = closings.get(sign);
  return closing === undefined ? undefined : { closing, length: 1 };
}

/** Whether what is awaited stands here, and how far to go on; a run of back ticks is passed over whole, so that the time is linear. */
function closingAt(word: string, at: number, awaited: string): { readonly closes: boolean; readonly length: number } {
  if (awaited[0] === '`') {
    const length = runOf(word, at, '`');
    return { closes: length === awaited.length, length: Math.max(1, length) };
  }
  const sign = word[at]!;
  const apostrophe = (sign === "'" || sign === '’') && /^[\p{L}\p{N}]/u.test(word.slice(at + 1, at + 3));
  return { closes: awaited.includes(sign) && !apostrophe, length: 1 };
}

function runOf(word: string, at: number, sign: string): number {
  let end = at;
  while (word[end] === sign) end += 1;
  return end - at;
}
