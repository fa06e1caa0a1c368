import { attributeName, type AttributeName, type Attributes } from './attributes.ts';
import { createEntityDecoder } from './decode-entities.ts';
import { behindComment, behindGreater, isEndOfName, isLetter, isWhite, nameEnd, sign, skipWhite } from './tag-signs.ts';

/** Receives what a page is made of, in its order. */
export interface TagVisitor {
  openTag(name: string, attributes: Attributes, start: number): void;
  closeTag(name: string, start: number): void;
  /** @param text what `source[start..end)` says, entities decoded */
  text(text: string, start: number, end: number): void;
}

/** Elements whose text holds no tag but the one that ends them, and whether entities are decoded in it. */
const textElements: ReadonlyMap<string, 'raw' | 'decoded'> = new Map([
  ['script', 'raw'],
  ['style', 'raw'],
  ['iframe', 'raw'],
  ['noembed', 'raw'],
  ['noframes', 'raw'],
  ['xmp', 'raw'],
  ['title', 'decoded'],
  ['textarea', 'decoded'],
]);
/** All that follows it is its text. */
const lastElement = 'plaintext';
const longestTextElement = lastElement.length;
/** Elements of foreign content; in HTML a slash closes no other. */
const mayCloseItself = new Set(['svg', 'math', 'path', 'use', 'g']);
/** What of an attribute is read. */
const longestAttribute = 4000;
const opening = '<![CDATA[';
const closing = ']]>';
const noAttributes: Attributes = {};

/** An attribute at a place of a tag. */
interface FoundAttribute {
  readonly name: AttributeName | undefined;
  readonly start: number;
  readonly end: number;
  /** Behind it; -1 where the source ends inside. */
  readonly behind: number;
}

/**
 * Finds the tags and the text of HTML of any quality, as the tokens of the standard are (https://html.spec.whatwg.org/multipage/parsing.html#tokenization). One pass: what is looked for
 * is searched forward from where reading is, and a tag that never ends ends the page.
 */
export function readTags(source: string, visitor: TagVisitor): void {
  const decoder = createEntityDecoder();

  const text = (start: number, end: number): void => {
    if (start < end) visitor.text(decoder.text(source.slice(start, end)), start, endOfText(source, start, end));
  };
  /** Reads the text of an element up to the tag that ends it. @returns the place behind that tag, or -1 */
  const readText = (element: string, from: number): number => {
    const mode = textElements.get(element)!;
    let close = source.indexOf('</', from);
    while (close >= 0 && !endsElement(source, element, close + 2)) close = source.indexOf('</', close + 2);
    const end = close < 0 ? source.length : close;
    if (mode === 'decoded') text(from, end);
    else if (from < end) visitor.text(source.slice(from, end), from, end);
    if (close < 0) return -1;
    visitor.closeTag(element, close);
    return behindGreater(source, close + 2 + element.length);
  };
  const attributeValue = ({ start, end }: FoundAttribute): string =>
    decoder.attribute(source.slice(start, Math.min(end, start + longestAttribute)));
  /** Reads a tag that begins an element. @returns the place behind it and its text, or -1 */
  const readOpenTag = (open: number): number => {
    let at = nameEnd(source, open + 2);
    const name = source.slice(open + 1, at);
    let attributes: { -readonly [Name in AttributeName]?: string } | undefined;
    let closesItself = false;
    for (;;) {
      if (at >= source.length) return -1;
      const code = source.charCodeAt(at);
      if (code === sign.greater) break;
      if (code === sign.slash) {
        at = skipWhite(source, at + 1);
        closesItself = source.charCodeAt(at) === sign.greater;
      } else if (isWhite(code)) at += 1;
      else {
        const found = readAttribute(source, at);
        if (found.behind < 0) return -1;
        at = found.behind;
        if (found.name === undefined || attributes?.[found.name] !== undefined) continue;
        attributes ??= {};
        attributes[found.name] = attributeValue(found);
      }
    }
    visitor.openTag(name, attributes ?? noAttributes, open);
    if (closesItself && mayCloseItself.has(name)) visitor.closeTag(name, open);
    at += 1;
    const element = name.length <= longestTextElement ? name.toLowerCase() : name;
    if (element === lastElement) {
      if (at < source.length) visitor.text(source.slice(at), at, source.length);
      return -1;
    }
    return textElements.has(element) ? readText(element, at) : at;
  };
  const readCloseTag = (open: number): number => {
    const from = open + 2;
    // What has no name says nothing.
    if (!isLetter(source.charCodeAt(from))) return behindGreater(source, from);
    const end = nameEnd(source, from);
    if (end < source.length) visitor.closeTag(source.slice(from, end), open);
    return behindGreater(source, end);
  };
  /** Passes over comments and declarations, and takes up the text of CDATA. @returns the place behind it, or -1 */
  const readMarkup = (open: number): number => {
    if (source.startsWith('!--', open + 1)) return behindComment(source, open + 4);
    if (!source.startsWith(opening, open)) return behindGreater(source, open + 2);
    const from = open + opening.length;
    const end = source.indexOf(closing, from);
    if (end < 0) return -1;
    if (from < end) visitor.text(source.slice(from, end), from, end);
    return end + closing.length;
  };
  const reader = (code: number): ((open: number) => number) | undefined => {
    if (isLetter(code)) return readOpenTag;
    if (code === sign.slash) return readCloseTag;
    return code === sign.exclamation || code === sign.question ? readMarkup : undefined;
  };

  let start = 0;
  for (let open = source.indexOf('<'); open >= 0;) {
    const read = reader(source.charCodeAt(open + 1));
    if (read === undefined) {
      open = source.indexOf('<', open + 1);
      continue;
    }
    text(start, open);
    start = read(open);
    if (start < 0) return;
    open = source.indexOf('<', start);
  }
  text(start, source.length);
}

/** Where a text ends without the white space behind it, which may be many lines; its end where it is nothing else. */
function endOfText(source: string, start: number, end: number): number {
  let last = end;
  while (last > start && isWhite(source.charCodeAt(last - 1))) last -= 1;
  return last === start ? end : last;
}

/** Reads an attribute: its name, which may begin with any sign, and its value in quotes or without. */
function readAttribute(source: string, start: number): FoundAttribute {
  let at = start + 1;
  while (at < source.length && source.charCodeAt(at) !== sign.equals && !isEndOfName(source.charCodeAt(at))) at += 1;
  const name = attributeName(source, start, at);
  const end = at;
  at = skipWhite(source, at);
  if (source.charCodeAt(at) !== sign.equals) return { name, start: end, end, behind: at };
  at = skipWhite(source, at + 1);
  const quote = source.charCodeAt(at);
  if (quote === 0x22 || quote === 0x27) {
    const close = source.indexOf(quote === 0x22 ? '"' : "'", at + 1);
    return { name, start: at + 1, end: close, behind: close < 0 ? -1 : close + 1 };
  }
  const from = at;
  while (at < source.length && source.charCodeAt(at) !== sign.greater && !isWhite(source.charCodeAt(at))) at += 1;
  return { name, start: from, end: at, behind: at };
}

/** Whether the name of an element stands at a place, in any case, and ends there. */
function endsElement(source: string, element: string, at: number): boolean {
  const end = at + element.length;
  return isEndOfName(source.charCodeAt(end)) && source.slice(at, end).toLowerCase() === element;
}
