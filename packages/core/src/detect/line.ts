/** Codes of the first and the last visible character of a line: those of ASCII stand for themselves, all others for one. */
export const beyondAscii = 0x80;
export const noCharacter = 0x81;

/** A line and what one pass over its characters saw, so that most patterns are refused without being tried. */
export interface Line {
  readonly text: string;
  /** The first visible character: a code of ASCII, `beyondAscii` or `noCharacter`. */
  readonly opens: number;
  /** The last visible character. */
  readonly closes: number;
  /** Which characters occur: bits of `markOf`. */
  readonly marks: number;
  /** Bits of `traitBits`. */
  readonly traits: number;
  /** How many of `{}();=<>&|!` stand in it. */
  readonly signs: number;
  /** The line among others in a string of its own memory, from `start` on: a part of a longer string takes four times as long to be read character by character. */
  readonly joined: string;
  readonly start: number;
  /** Whether a time stands at its beginning, once somebody asked. */
  timed: boolean | undefined;
}

/** How characters stand in a line, where that they occur says too little. */
export const traitBits = {
  /** The first character is visible. */
  margin: 1,
  /** The first character is a blank. */
  indented: 2,
  /** Two spaces in a row, or a tab. */
  wide: 4,
  /** A colon before a digit. */
  'colon digit': 8,
  /** A digit before a colon. */
  'digit colon': 16,
  /** Two capital letters in a row. */
  capitals: 32,
  /** A colon before a space. */
  'colon space': 64,
  /** A time as `10:11:12`. */
  clock: 128,
} as const;

export type Trait = keyof typeof traitBits;

/** Each of these signs has a bit of its own, which `!` shares with `&`; letters and digits have one for each kind, and what is left over shares one. */
const signs = [
  '"',
  "'",
  ':',
  '=',
  '|',
  '/',
  '\\',
  '<',
  '>',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '#',
  '-',
  '+',
  '*',
  '.',
  ',',
  ';',
  '_',
  '@',
  '!',
] as const;
const lowerBit = 0;
const upperBit = 1;
const digitBit = 2;
const spaceBit = 3;
const blankBit = 4;
const foreignBit = 5;
const restBit = 6;
const firstSignBit = 7;

function bitOf(character: string): number {
  if (character >= 'a' && character <= 'z') return lowerBit;
  if (character >= 'A' && character <= 'Z') return upperBit;
  if (character >= '0' && character <= '9') return digitBit;
  if (character === ' ') return spaceBit;
  if (/\s/.test(character)) return blankBit;
  const sign = (signs as readonly string[]).indexOf(character === '&' ? '!' : character);
  return sign < 0 ? restBit : firstSignBit + sign;
}

/** The bit that a character sets in the marks of its line. */
export function markOf(character: string): number {
  const code = character.charCodeAt(0);
  return code < beyondAscii ? masks[code]! : foreign;
}

const besideColons = traitBits['colon digit'] | traitBits['digit colon'];
const clock = /\d:\d{2}:\d{2}/;

const masks = Int32Array.from({ length: 0x80 }, (_, code) => 1 << bitOf(String.fromCharCode(code)));
const foreign = 1 << foreignBit;
const blanks = (1 << spaceBit) | (1 << blankBit);
const programSigns = Array.from('{}();=<>&|!', markOf).reduce((all, mark) => all | mark);
const [upper, space, colon] = ['A', ' ', ':'].map(markOf) as [number, number, number];

/** Reads what patterns ask of lines. */
export function readLines(texts: readonly string[]): readonly Line[] {
  const joined = texts.join('\n');
  let start = 0;
  return texts.map((text) => {
    const line = readPart(joined, start, text);
    start += text.length + 1;
    return line;
  });
}

function readPart(joined: string, start: number, text: string): Line {
  // What stands at the module is read once: in this loop it would take as long as all else.
  const table = masks;
  const beyondTable = foreign;
  const ofPrograms = programSigns;
  const end = start + text.length;
  let marks = 0;
  let doubled = 0;
  let before = 0;
  let signs = 0;
  for (let at = start; at < end; at += 1) {
    const code = joined.charCodeAt(at);
    const mark = code < 0x80 ? table[code]! : beyondTable;
    marks |= mark;
    doubled |= mark & before;
    before = mark;
    if ((mark & ofPrograms) !== 0) signs += 1;
  }
  const first = visibleFrom(text, 0, 1);
  const last = visibleFrom(text, text.length - 1, -1);
  return {
    text,
    joined,
    start,
    opens: characterAt(text, first),
    closes: characterAt(text, last),
    marks,
    traits: traitsOf(text, first, marks, doubled),
    signs,
    timed: undefined,
  };
}

/** The place of the next visible character; beyond the line where there is none. */
function visibleFrom(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (at >= 0 && at < text.length && isBlank(text.charCodeAt(at))) at += step;
  return at;
}

function isBlank(code: number): boolean {
  return code < beyondAscii ? (masks[code]! & blanks) !== 0 : isForeignBlank(code);
}

function characterAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? Math.min(text.charCodeAt(at), beyondAscii) : noCharacter;
}

function traitsOf(text: string, first: number, marks: number, doubled: number): number {
  let traits = first === text.length ? 0 : first === 0 ? traitBits.margin : traitBits.indented;
  if ((doubled & upper) !== 0) traits |= traitBits.capitals;
  if ((doubled & space) !== 0 || ((marks & (1 << blankBit)) !== 0 && text.includes('\t'))) traits |= traitBits.wide;
  if ((marks & colon) !== 0) traits |= traitsOfColons(text);
  return (traits & besideColons) === besideColons && clock.test(text) ? traits | traitBits.clock : traits;
}

function traitsOfColons(text: string): number {
  let traits = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    if (at > 0 && isDigit(text.charCodeAt(at - 1))) traits |= traitBits['digit colon'];
    if (at + 1 === text.length) return traits;
    const next = text.charCodeAt(at + 1);
    if (next === 0x20) traits |= traitBits['colon space'];
    else if (isDigit(next)) traits |= traitBits['colon digit'];
  }
  return traits;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What `\s` accepts beyond ASCII. */
export function isForeignBlank(code: number): boolean {
  if (code < 0x1680) return code === 0xa0;
  if (code < 0x2000) return code === 0x1680;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;
}
