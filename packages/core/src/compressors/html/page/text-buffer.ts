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
  readonly isEmpty: boolean;
  /** Hands the text out and begins anew; undefined where there is none. */
  finish(): FinishedText | undefined;
}

const collapsible = /[\t\n\r\f\u00a0 ]{2,}|[\t\n\r\f\u00a0]/g;
const space = 0x20;
const lineFeed = 0x0a;

/** Makes an empty buffer. `isPreformatted` is asked at each piece of text. */
export function createTextBuffer(isPreformatted: () => boolean): TextBuffer {
  let text = '';
  let links: Link[] = [];
  let from = -1;
  let to = -1;
  let href: string | undefined;
  let linkStart = 0;
  let linkJustEnded = false;

  const endsWithSpace = (): boolean => {
    if (text === '') return true;
    const last = text.charCodeAt(text.length - 1);
    return last === space || last === lineFeed;
  };
  const closeLink = (): void => {
    if (href !== undefined && text.length > linkStart) {
      links.push({ start: linkStart, end: text.length, href });
      linkJustEnded = true;
    }
    href = undefined;
  };
  return {
    add(piece, start, end) {
      let added = piece;
      if (!isPreformatted()) {
        added = piece.replace(collapsible, ' ');
        if (added.charCodeAt(0) === space && endsWithSpace()) added = added.slice(1);
      }
      if (added === '') return;
      if (added !== ' ') {
        if (from < 0) from = start;
        to = end;
      }
      linkJustEnded = false;
      text += added;
    },
    breakLine() {
      if (text === '') return;
      if (text.charCodeAt(text.length - 1) === space) text = text.slice(0, -1);
      text += '\n';
    },
    openLink(target) {
      closeLink();
      // Links side by side without a space between them are entries of a menu.
      if (linkJustEnded && !endsWithSpace()) text += ' ';
      href = target;
      linkStart = text.length;
    },
    closeLink,
    get isEmpty() {
      return from < 0;
    },
    finish() {
      const target = href;
      closeLink();
      const finished = from < 0 ? undefined : trimmed(text, links, from, to);
      text = '';
      links = [];
      from = -1;
      href = target;
      linkStart = 0;
      linkJustEnded = false;
      return finished;
    },
  };
}

/** Without white space at its ends, but for the indentation of the first line. */
function trimmed(text: string, links: readonly Link[], start: number, end: number): FinishedText | undefined {
  const leading = /^(?:[ \t]*\r?\n)*/.exec(text)![0].length;
  const body = text.slice(leading).trimEnd();
  if (body.trim() === '') return undefined;
  const moved = links.map((link) => ({ ...link, start: Math.max(0, link.start - leading), end: Math.min(body.length, link.end - leading) }));
  return { text: body, links: moved.filter((link) => link.end > link.start), start, end };
}
