import { arrayNode, objectNode, plainNode, stringNode, type JsonTree } from './json-tree.ts';
import { createJsonTreeBuilder, type JsonTreeBuilder } from './json-tree-builder.ts';

/** Reads one document, JSONL, or documents one after another; a preamble or an epilogue of other lines is left aside if the JSON is most of the text. Undefined for all else. */
export function readJsonTree(text: string): JsonTree | undefined {
  const first = firstBracket(text);
  if (first < 0) return undefined;
  const builder = createJsonTreeBuilder(text);
  builder.open(arrayNode, first, -1, -1);
  let at = first;
  let documents = 0;
  let end = first;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== openBrace && code !== openBracket) break;
    const next = readValue(builder, text, at);
    if (next < 0) break;
    documents += 1;
    end = next;
    at = skipSpace(text, next);
  }
  builder.close(end);
  if (documents === 0 || (end - first) * 2 < text.length) return undefined;
  return builder.finish(first, end, documents);
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;

/** The first bracket of the text that stands at the beginning of a line. */
function firstBracket(text: string): number {
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length;) {
    const at = skipSpace(text, start);
    const code = text.charCodeAt(at);
    if (code === openBrace || code === openBracket) return at;
    const lineFeed = text.indexOf('\n', at);
    if (lineFeed < 0 || lineFeed * 2 > text.length) return -1;
    start = lineFeed + 1;
  }
  return -1;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}

/** Reads one value without recursion, so that depth is bounded by memory only; -1 where it is not JSON. */
function readValue(builder: JsonTreeBuilder, text: string, start: number): number {
  const base = builder.depth();
  let at = start;
  let keyStart = -1;
  let keyEnd = -1;
  for (;;) {
    // Here a value begins, or a container ends before its first one.
    let code = text.charCodeAt(at);
    if (code === openBrace || code === openBracket) {
      builder.open(code === openBrace ? objectNode : arrayNode, at, keyStart, keyEnd);
      at = skipSpace(text, at + 1);
      keyStart = -1;
      keyEnd = -1;
      if (text.charCodeAt(at) !== (code === openBrace ? closeBrace : closeBracket)) {
        if (code === openBracket) continue;
        const key = readKey(text, at);
        if (key === undefined) return fail(builder, base);
        [keyStart, keyEnd, at] = key;
        continue;
      }
    } else {
      const end = code === quote ? endOfString(text, at) : endOfPlain(text, at);
      if (end < 0) return fail(builder, base);
      builder.leaf(code === quote ? stringNode : plainNode, at, end, keyStart, keyEnd);
      at = skipSpace(text, end);
    }
    // Here a value has ended: containers close until one goes on.
    for (;;) {
      if (builder.depth() === base) return at;
      code = text.charCodeAt(at);
      const inObject = builder.current() === objectNode;
      if (code === comma) {
        at = skipSpace(text, at + 1);
        keyStart = -1;
        keyEnd = -1;
        if (!inObject) break;
        const key = readKey(text, at);
        if (key === undefined) return fail(builder, base);
        [keyStart, keyEnd, at] = key;
        break;
      }
      if (code !== (inObject ? closeBrace : closeBracket)) return fail(builder, base);
      builder.close(at + 1);
      if (builder.depth() === base) return at + 1;
      at = skipSpace(text, at + 1);
    }
  }
}

function fail(builder: JsonTreeBuilder, base: number): number {
  builder.abandon(base);
  return -1;
}

function readKey(text: string, at: number): [start: number, end: number, value: number] | undefined {
  if (text.charCodeAt(at) !== quote) return undefined;
  const end = endOfString(text, at);
  if (end < 0) return undefined;
  const separator = skipSpace(text, end);
  return text.charCodeAt(separator) === colon ? [at, end, skipSpace(text, separator + 1)] : undefined;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === 0x5c) at += 1;
    else if (code < 0x20 && code !== 0x09) return -1;
  }
  return -1;
}

/** Numbers and words, read generously: what is not one ends the reading at the next sign. */
function endOfPlain(text: string, start: number): number {
  const first = text.charCodeAt(start);
  const begins = first === 0x2d || (first >= 0x30 && first <= 0x39) || first === 0x74 || first === 0x66 || first === 0x6e;
  if (!begins) return -1;
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const goesOn =
      (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || code === 0x2e || code === 0x2b || code === 0x2d || code === 0x45;
    if (!goesOn) break;
  }
  return at;
}
