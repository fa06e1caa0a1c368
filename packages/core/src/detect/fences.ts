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
const candidate = /^[ \t]{0,40}(?:```|~~~)/gm;
const closingBackticks = /^[ \t]{0,40}(`{3,})[ \t]*\r?$/gm;
const closingTildes = /^[ \t]{0,40}(~{3,})[ \t]*\r?$/gm;

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

/** The beginning of the next line that may open a fence. */
function nextFence(text: string, from: number): number {
  candidate.lastIndex = from;
  return candidate.exec(text)?.index ?? text.length;
}

function findClose(text: string, from: number, fence: string): number {
  const closing = fence[0] === '`' ? closingBackticks : closingTildes;
  closing.lastIndex = from;
  for (let match = closing.exec(text); match !== null; match = closing.exec(text)) {
    if ((match[1] ?? '').length >= fence.length) return match.index;
  }
  return text.length;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
