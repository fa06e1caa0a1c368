const keySign = 1;
/** What a key may begin with. */
const firstSign = 2;
/** What a variable's name may hold before a `=` without blanks. */
const variableSign = 4;

/** Which parts of a key a character can stand in; none beyond ASCII. */
const signs = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\w$@./-]/.test(character)) return keySign | firstSign | variableSign;
  return /[*<]/.test(character) ? keySign | firstSign : /[> ]/.test(character) ? keySign : 0;
});

const longestIndent = { blanks: 80, tabs: 40 } as const;
const mostDashes = 4;
const longestKey = 101;
const mostBefore = 20;
const mostBehind = 4;

const blank = 0x20;
const tab = 0x09;
const dash = 0x2d;
const plus = 0x2b;
const colon = 0x3a;
const equals = 0x3d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Where the value of a line begins: behind `key: `, `key = `, `NAME=` or the dashes of a list, and behind the quote that opens it; -1 where there is none. A key alone has an empty one.
 *
 * @param end behind the break of the line
 */
export function valueStart(codes: Uint16Array, start: number, end: number): number {
  const indent = behind(codes, start, end, codes[start] === tab ? tab : blank);
  if (indent - start > (codes[start] === tab ? longestIndent.tabs : longestIndent.blanks)) return -1;
  let from = indent;
  for (let dashes = 0; dashes < mostDashes && codes[from] === dash && codes[from + 1] === blank && from + 1 < end; dashes += 1) from += 2;
  const value = behindKey(codes, from, end);
  if (value >= 0) return behindQuote(codes, value, end);
  return from > indent ? behindQuote(codes, from, end) : -1;
}

function behindKey(codes: Uint16Array, start: number, end: number): number {
  const key = behindQuote(codes, start, end);
  if (key >= end || (signOf(codes[key]!) & firstSign) === 0) return -1;
  let all = variableSign;
  let last = key + 1;
  let at = key;
  for (; at < end && at - key < longestKey; at += 1) {
    const sign = signOf(codes[at]!);
    if (sign === 0) break;
    all &= sign;
    if (codes[at] !== blank) last = at + 1;
  }
  at = behindQuote(codes, at === last ? at : last, end);
  const limit = Math.min(end, at + mostBefore);
  while (at < limit && (codes[at] === blank || codes[at] === tab)) at += 1;
  if (codes[at] === plus && codes[at + 1] === equals) at += 1;
  if (at + 1 >= end || (codes[at] !== colon && codes[at] !== equals)) return -1;
  const isVariable = key === start && at === last && codes[at] === equals && (all & variableSign) !== 0;
  const value = at + 1;
  at = value;
  while (at < end && at - value < mostBehind && (codes[at] === blank || codes[at] === tab)) at += 1;
  return at > value || isVariable || codes[at] === lineFeed || codes[at] === carriageReturn ? at : -1;
}

function signOf(code: number): number {
  return code < 0x80 ? signs[code]! : 0;
}

function behind(codes: Uint16Array, start: number, end: number, sign: number): number {
  let at = start;
  while (at < end && codes[at] === sign) at += 1;
  return at;
}

/** Behind a quote where one stands. */
function behindQuote(codes: Uint16Array, at: number, end: number): number {
  return at < end && (codes[at] === 0x22 || codes[at] === 0x27) ? at + 1 : at;
}
