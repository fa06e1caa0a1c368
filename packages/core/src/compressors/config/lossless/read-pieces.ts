import { pieceAt, plainPiece, type Piece } from '../../../text/record-form/index.ts';

/** A longer line of XML is cut before its elements. */
const longLine = 400;
/** A longer stretch is no record. */
const longestPiece = 4000;

/** All before the value of an entry, as far as its key is looked for. */
const beforeValue =
  /^(?: {0,80}|\t{0,40})(?:- ){0,4}(?:["']?[\w$@./*<-][\w$@./*<> -]{0,100}?["']?\s{0,20}(?:[:=]|\+=)\s{1,4}|[\w$@./-]{1,100}=|- )["']?/;
const keyCharacters = 300;

/** Cuts a configuration into its lines with their values: behind the key of an entry, in quotes of an element's attributes, between its tags. */
export function readPieces(text: string): readonly Piece[] {
  return text.trimStart().startsWith('<') ? xmlPieces(text) : linePieces(text);
}

/** The lines of YAML, TOML, INI and their like, or of an outline. */
export function linePieces(text: string): readonly Piece[] {
  return linesOf(text).map((line) => {
    const before = line.length > longestPiece ? undefined : beforeValue.exec(line.slice(0, keyCharacters))?.[0].length;
    return before === undefined ? plainPiece(line) : pieceAt(line, [before, Math.max(before, valueEnd(line))]);
  });
}

/** Where the value of a line ends: before its break, a comma and a quote. */
function valueEnd(line: string): number {
  let end = line.length;
  while (end > 0 && ' \t\r\n'.includes(line[end - 1]!)) end -= 1;
  if (line[end - 1] === ',') end -= 1;
  return line[end - 1] === '"' || line[end - 1] === "'" ? end - 1 : end;
}

function xmlPieces(text: string): readonly Piece[] {
  return linesOf(text)
    .flatMap((line) => (line.length > longLine ? beforeElements(line) : [line]))
    .map((piece) => (piece.length > longestPiece ? plainPiece(piece) : pieceAt(piece, valuePlaces(piece))));
}

/** Lines with their breaks. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

function beforeElements(line: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = line.indexOf('<', 1); at >= 0; at = line.indexOf('<', at + 1)) {
    if (!beginsName(line.charCodeAt(at + 1))) continue;
    pieces.push(line.slice(from, at));
    from = at;
  }
  pieces.push(line.slice(from));
  return pieces;
}

/** A letter or `_`. */
function beginsName(code: number): boolean {
  return ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x5f;
}

const quote = 0x22;
const opens = 0x3c;
const closes = 0x3e;

/** Where the values of attributes and the texts between tags begin and end. */
function valuePlaces(piece: string): readonly number[] {
  const places: number[] = [];
  let inTag = false;
  for (let at = 0; at < piece.length; at += 1) {
    const sign = piece.charCodeAt(at);
    if (inTag && sign === quote) {
      const close = piece.indexOf('"', at + 1);
      if (close < 0) break;
      places.push(at + 1, close);
      at = close;
    } else if (sign === opens) inTag = true;
    else if (sign === closes) {
      inTag = false;
      const next = piece.indexOf('<', at);
      if (next < 0) break;
      if (next > at + 1 && piece[next + 1] === '/') places.push(at + 1, next);
      at = next - 1;
    }
  }
  return places;
}
