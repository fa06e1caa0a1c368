import { createFinder, type Finder } from '../../text/finder.ts';

/** A tag, comment or declaration of XML. */
export interface Tag {
  readonly start: number;
  readonly end: number;
  readonly sort: 'open' | 'close' | 'empty' | 'other';
  readonly name: string;
}

const longestTag = 50_000;

/** Finds the tags of a text in one pass; what does not end is text. */
export function scanTags(text: string, visit: (tag: Tag) => void): void {
  const ends = createFinder(text);
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const tag = readTag(text, at, ends);
    if (tag === undefined) at += 1;
    else {
      visit(tag);
      at = tag.end;
    }
  }
}

function readTag(text: string, start: number, ends: Finder): Tag | undefined {
  const next = text.charCodeAt(start + 1);
  if (next === 0x21) {
    if (text.startsWith('<!--', start)) return until(ends, start, '-->');
    return text.startsWith('<![CDATA[', start) ? until(ends, start, ']]>') : until(ends, start, '>');
  }
  if (next === 0x3f) return until(ends, start, '?>');
  const closes = next === 0x2f;
  const nameStart = closes ? start + 2 : start + 1;
  const nameEnd = endOfName(text, nameStart);
  if (nameEnd === nameStart) return undefined;
  const end = endOfTag(text, nameEnd);
  if (end < 0) return undefined;
  const sort = closes ? 'close' : text[end - 2] === '/' ? 'empty' : 'open';
  return { start, end, sort, name: text.slice(nameStart, nameEnd) };
}

function until(ends: Finder, start: number, sign: string): Tag | undefined {
  const found = ends(sign, start + 2);
  return found < 0 || found - start > longestTag ? undefined : { start, end: found + sign.length, sort: 'other', name: '' };
}

function endOfName(text: string, start: number): number {
  let at = start;
  for (; at < text.length && at < start + 200; at += 1) {
    const code = text.charCodeAt(at);
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    const continues = at > start && ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e);
    if (!isLetter && !continues && code !== 0x5f && code !== 0x3a && code < 0x80) break;
  }
  return at;
}

/** Behind the `>` that ends a tag; those inside quotes do not. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length && at < from + longestTag; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at + 1;
    else if (code === 0x3c) return -1;
  }
  return -1;
}
