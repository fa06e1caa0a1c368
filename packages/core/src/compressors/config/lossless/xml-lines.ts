/** What a line of XML is, without its indentation. */
export const lineSort = { blank: 0, text: 1, other: 2, opening: 3, closing: 4, withText: 5, alone: 6 } as const;

/** The lines of XML as places in its codes. */
export interface XmlLines {
  readonly count: number;
  /** Values of {@link lineSort}. */
  readonly sorts: Uint8Array;
  /** Where a line, what stands behind its indentation, and its break begin. */
  readonly starts: Int32Array;
  readonly contents: Int32Array;
  readonly ends: Int32Array;
  /** Where the name of the tag at the beginning ends, and its attributes do. */
  readonly nameEnds: Int32Array;
  readonly elementEnds: Int32Array;
}

/** A longer line stays as it is. */
const longestLine = 4000;

const nameSign = 1;
const firstOfName = 2;
/** What attributes, texts and names are made of; all beyond ASCII belongs to no name. */
const signs = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_]/.test(character) ? nameSign | firstOfName : /[\w.:-]/.test(character) ? nameSign : 0;
});

const blank = 0x20;
const tab = 0x09;
const lineFeed = 0x0a;
const quote = 0x22;
const slash = 0x2f;
const colon = 0x3a;
const opens = 0x3c;
const equals = 0x3d;
const closes = 0x3e;

/** Reads the lines of a text in one pass: which of them are a tag, or an element with its text, and nothing else. */
export function readXmlLines(codes: Uint16Array): XmlLines {
  let count = 1;
  for (let at = 0; at < codes.length; at += 1) if (codes[at] === lineFeed) count += 1;
  const lines = {
    count,
    sorts: new Uint8Array(count),
    starts: new Int32Array(count),
    contents: new Int32Array(count),
    ends: new Int32Array(count),
    nameEnds: new Int32Array(count),
    elementEnds: new Int32Array(count),
  };
  for (let line = 0, start = 0; line < count; line += 1) {
    let content = start;
    while (codes[content] === blank || codes[content] === tab) content += 1;
    let end = content;
    while (end < codes.length && codes[end] !== lineFeed) end += 1;
    lines.starts[line] = start;
    lines.contents[line] = content;
    lines.ends[line] = end;
    lines.sorts[line] = end === content ? lineSort.blank : codes[content] === opens ? readTag(codes, lines, line) : lineSort.text;
    start = end + 1;
  }
  return lines;
}

function readTag(codes: Uint16Array, lines: XmlLines, line: number): number {
  const start = lines.contents[line]!;
  const end = lines.ends[line]!;
  // The last sign tells most that is no tag.
  if (codes[end - 1] !== closes || end - start > longestLine) return lineSort.other;
  const isClosing = codes[start + 1] === slash;
  const name = start + (isClosing ? 2 : 1);
  const nameEnd = endOfName(codes, name);
  if (nameEnd === name) return lineSort.other;
  lines.nameEnds[line] = nameEnd;
  if (isClosing) return nameEnd === end - 1 ? lineSort.closing : lineSort.other;
  const at = endOfAttributes(codes, nameEnd);
  lines.elementEnds[line] = at;
  if (codes[at] === closes) return at === end - 1 ? lineSort.opening : closesAtEnd(codes, { name, nameEnd, text: at + 1, end });
  const mark = codes[at] === blank ? at + 1 : at;
  return codes[mark] === slash && mark === end - 2 ? lineSort.alone : lineSort.other;
}

/** A name does not end with a colon, since an outline puts one behind it. */
function endOfName(codes: Uint16Array, start: number): number {
  if ((signOf(codes[start]!) & firstOfName) === 0) return start;
  const end = endOfSigns(codes, start);
  return codes[end - 1] === colon ? start : end;
}

function endOfSigns(codes: Uint16Array, start: number): number {
  let at = start;
  while (at < codes.length && (signOf(codes[at]!) & nameSign) !== 0) at += 1;
  return at;
}

function signOf(code: number): number {
  return code < 0x80 ? signs[code]! : 0;
}

/** Behind all that reads ` name="value"`. */
function endOfAttributes(codes: Uint16Array, start: number): number {
  let end = start;
  for (;;) {
    if (codes[end] !== blank) return end;
    let at = endOfSigns(codes, end + 1);
    if (at === end + 1 || codes[at] !== equals || codes[at + 1] !== quote) return end;
    at += 2;
    while (at < codes.length && codes[at] !== quote && codes[at] !== opens && codes[at] !== closes && codes[at] !== lineFeed) at += 1;
    if (codes[at] !== quote) return end;
    end = at + 1;
  }
}

/** Whether only a text stands before the closing tag of an element, and nothing behind it. */
function closesAtEnd(
  codes: Uint16Array,
  { name, nameEnd, text, end }: { readonly name: number; readonly nameEnd: number; readonly text: number; readonly end: number },
): number {
  let at = text;
  while (at < end && codes[at] !== opens && codes[at] !== closes) at += 1;
  const closing = at + 2;
  if (codes[at] !== opens || codes[at + 1] !== slash || closing + nameEnd - name !== end - 1) return lineSort.other;
  return isSame(codes, { one: name, other: closing, length: nameEnd - name }) ? lineSort.withText : lineSort.other;
}

/** Whether two stretches of equal length are the same. */
export function isSame(
  codes: Uint16Array,
  { one, other, length }: { readonly one: number; readonly other: number; readonly length: number },
): boolean {
  for (let at = 0; at < length; at += 1) if (codes[one + at] !== codes[other + at]) return false;
  return true;
}
