import type { Link } from './page.ts';

/** What a block's text was when it ended. */
export interface FinishedText {
  readonly text: string;
  readonly links: readonly Link[];
  readonly start: number;
  readonly end: number;
}

/** Collects the text of one block at a time. */
export interface TextBuffer {
  /** Adds text with white space collapsed, or as it is inside preformatted elements; `start` and `end` say where it stands in the source. */
  add(text: string, start: number, end: number): void;
  /** Ends the line. */
  breakLine(): void;
  openLink(href: string): void;
  closeLink(): void;
  /** Hands the text out and begins anew; undefined where there is none. */
  finish(): FinishedText | undefined;
}

const collapsible = /[\t\n\r\f\u00a0 ]{2,}|[\t\n\r\f\u00a0]/g;
const space = 0x20;

/**
 * Makes an empty buffer. `isPreformatted` is asked at each piece of text.
 *
 * The text is kept in pieces, and what stands at its end is remembered: looking there would copy all of it each time.
 */
export function createTextBuffer(isPreformatted: () => boolean): TextBuffer {
  let pieces: string[] = [];
  let length = 0;
  let links: Link[] = [];
  let from = -1;
  let to = -1;
  let href: string | undefined;
  let linkStart = 0;
  let spaceIsDue = false;
  let endsLine = true;
  let linkJustEnded = false;

  const append = (text: string): void => {
    pieces.push(text);
    length += text.length;
  };
  const payDueSpace = (): void => {
    if (spaceIsDue && !endsLine) append(' ');
    spaceIsDue = false;
  };
  const closeLink = (): void => {
    if (href !== undefined && length > linkStart) {
      links.push({ start: linkStart, end: length, href });
      linkJustEnded = true;
    }
    href = undefined;
  };
  const addCollapsed = (piece: string): boolean => {
    if (isBlank(piece)) {
      spaceIsDue = true;
      return false;
    }
    const text = piece.replace(collapsible, ' ');
    const start = text.charCodeAt(0) === space ? 1 : 0;
    if (start === 1) spaceIsDue = true;
    const end = text.charCodeAt(text.length - 1) === space ? text.length - 1 : text.length;
    const startsLink = href !== undefined && linkStart === length;
    payDueSpace();
    if (startsLink) linkStart = length;
    append(start === 0 && end === text.length ? text : text.slice(start, end));
    spaceIsDue = end < text.length;
    endsLine = false;
    return true;
  };
  return {
    add(piece, start, end) {
      if (piece === '') return;
      if (isPreformatted()) append(piece);
      else if (!addCollapsed(piece)) return;
      if (from < 0) from = start;
      to = end;
      linkJustEnded = false;
    },
    breakLine() {
      spaceIsDue = false;
      if (length === 0) return;
      append('\n');
      endsLine = true;
    },
    openLink(target) {
      closeLink();
      // Links side by side without a space between them are entries of a menu.
      if (linkJustEnded) spaceIsDue = true;
      href = target;
      linkStart = length;
    },
    closeLink,
    finish() {
      const target = href;
      closeLink();
      const finished = from < 0 ? undefined : trimmed(pieces.join(''), links, from, to);
      pieces = [];
      length = 0;
      links = [];
      from = -1;
      href = target;
      linkStart = 0;
      spaceIsDue = false;
      endsLine = true;
      linkJustEnded = false;
      return finished;
    },
  };
}

/** Whether a piece of text is nothing but white space that collapses, as most are between tags. */
function isBlank(piece: string): boolean {
  for (let at = 0; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    if (code !== space && code !== 0x0a && code !== 0x09 && code !== 0x0d && code !== 0x0c && code !== 0xa0) return false;
  }
  return true;
}

/** Without white space at its ends, but for the indentation of the first line. */
function trimmed(text: string, links: readonly Link[], start: number, end: number): FinishedText | undefined {
  const leading = blankLines(text);
  const body = text.slice(leading).trimEnd();
  if (body === '') return undefined;
  if (leading === 0 && body.length === text.length) return { text, links, start, end };
  const moved = links.map((link) => ({
    ...link,
    start: Math.max(0, link.start - leading),
    end: Math.min(body.length, link.end - leading),
  }));
  return { text: body, links: moved.filter((link) => link.end > link.start), start, end };
}

/** How many characters of blank lines stand at the beginning. */
function blankLines(text: string): number {
  const first = text.search(/\S/);
  return first <= 0 ? 0 : text.lastIndexOf('\n', first) + 1;
}
