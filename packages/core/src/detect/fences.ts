/** A part of a text: a fenced block of Markdown or what stands between such blocks. */
export type TextPart = FencedPart | PlainPart;

export interface PlainPart {
  readonly part: 'plain';
  readonly raw: string;
}

/** `open + body + close` is `raw`. */
export interface FencedPart {
  readonly part: 'fenced';
  readonly raw: string;
  /** The opening line with its line end. */
  readonly open: string;
  readonly body: string;
  /** The closing line with its line end; empty where the fence is never closed. */
  readonly close: string;
  /** The first word after the opening fence; empty where there is none. */
  readonly language: string;
}

// More tildes underline a title of reStructuredText.
const opening = /^[ \t]*(`{3,}|~{3,5}(?!~))[ \t]*/;

// Made once: a hostile text has a hundred thousand fences. Each use sets where it begins.
const signs = /```|~~~/g;
const closingBackticks = /[ \t]*(`{3,})[ \t]*\r?$/my;
const closingTildes = /[ \t]*(~{3,})[ \t]*\r?$/my;
const signLength = 3;
const deepestIndent = 40;

/**
 * Splits a text at its fenced blocks, byte for byte: the `raw` of all parts joined is the text again. Linear in the text.
 *
 * A fence follows CommonMark (https://spec.commonmark.org/0.31.2/#fenced-code-blocks), except that it may be indented by any
 * white space, as inside list items, and that tildes are three to five; one that is never closed runs to the end.
 *
 * @example
 * splitFences('See:\n```json\n[1]\n```\n').map((part) => part.part); // ['plain', 'fenced']
 */
export function splitFences(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let plainStart = 0;
  let at = nextFence(text, 0);
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const fence = readOpening(text.slice(at, lineEnd));
    if (fence === undefined) {
      at = nextFence(text, lineEnd);
      continue;
    }
    if (at > plainStart) parts.push({ part: 'plain', raw: text.slice(plainStart, at) });
    const closeStart = findClose(text, lineEnd, fence.signs);
    const end = endOfLine(text, closeStart);
    parts.push({
      part: 'fenced',
      raw: text.slice(at, end),
      open: text.slice(at, lineEnd),
      body: text.slice(lineEnd, closeStart),
      close: text.slice(closeStart, end),
      language: fence.language,
    });
    plainStart = end;
    at = nextFence(text, end);
  }
  if (plainStart < text.length) parts.push({ part: 'plain', raw: text.slice(plainStart) });
  return parts;
}

function readOpening(line: string): { readonly signs: string; readonly language: string } | undefined {
  const match = opening.exec(line);
  if (match === null) return undefined;
  const information = line.slice(match[0].length);
  // By CommonMark a line with a further backtick is inline code, not an opening fence.
  if (information.includes('`')) return undefined;
  return { signs: match[1] ?? '', language: /^\S*/.exec(information)?.[0] ?? '' };
}

/** The beginning of the next line that may open or close a fence. Signs are looked for first: few lines have any, and looking at the beginning of each takes longer. */
function nextFence(text: string, from: number): number {
  signs.lastIndex = from;
  while (signs.test(text)) {
    const sign = signs.lastIndex - signLength;
    const start = beforeIndent(text, sign);
    if (start >= from && sign - start <= deepestIndent && beginsLine(text, start)) return start;
  }
  return text.length;
}

/** Where the blanks before a position begin; one more than a fence may have are looked at. */
function beforeIndent(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start <= deepestIndent && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  return start;
}

function beginsLine(text: string, at: number): boolean {
  return at === 0 || /[\n\r\u2028\u2029]/.test(text[at - 1]!);
}

function findClose(text: string, from: number, fence: string): number {
  const closing = fence[0] === '`' ? closingBackticks : closingTildes;
  for (let at = nextFence(text, from); at < text.length; at = nextFence(text, endOfFence(text, at))) {
    closing.lastIndex = at;
    if ((closing.exec(text)?.[1] ?? '').length >= fence.length) return at;
  }
  return text.length;
}

/** The end of the first three signs of a line that may open or close a fence. */
function endOfFence(text: string, at: number): number {
  signs.lastIndex = at;
  signs.test(text);
  return signs.lastIndex;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
