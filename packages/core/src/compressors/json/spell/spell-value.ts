import { Excerpt, Gap, JsonObject, RawNumber, type JsonValue } from '../model.ts';
import { COMPACT, type Spelling } from './spelling.ts';
import { spellData, spellString, toAscii } from './spell-string.ts';

interface Writer {
  readonly pieces: string[];
  readonly spelling: Spelling;
  readonly string: (value: string) => string;
  /** One level of a pretty print; undefined where all stands in one line. */
  readonly indent: string | undefined;
  readonly comma: string;
  readonly colon: string;
  /** Whether this is the exact text of a value, not a text for a prompt. */
  readonly purpose: 'prompt' | 'exact';
}

/**
 * The compact JSON text of a value: numbers as they were spelled, duplicate keys and key order kept, our own marks escaped.
 *
 * @example
 * spellCompact(value); // '{"id":1,"price":1.0}'
 */
export function spellCompact(value: JsonValue): string {
  return write(value, COMPACT, 'prompt');
}

/** The text of a value in one spelling, character for character as a serialiser of that spelling writes it (our marks are not escaped). */
export function spellExactly(value: JsonValue, spelling: Spelling): string {
  return write(value, spelling, 'exact');
}

function write(value: JsonValue, spelling: Spelling, purpose: Writer['purpose']): string {
  const { layout } = spelling;
  const plain = purpose === 'prompt' ? spellData : (text: string) => JSON.stringify(text);
  const writer: Writer = {
    pieces: [],
    spelling,
    string: spelling.letters === 'ascii' ? (text) => toAscii(plain(text)) : plain,
    indent: layout === 'tab' ? '\t' : typeof layout === 'number' ? ' '.repeat(layout) : undefined,
    comma: layout === 'spaced' ? ', ' : ',',
    colon: layout === 'compact' ? ':' : ': ',
    purpose,
  };
  writeValue(writer, value, '\n');
  return writer.pieces.join('');
}

function writeValue(writer: Writer, value: JsonValue, line: string): void {
  if (typeof value === 'string') writer.pieces.push(writer.string(value));
  else if (value instanceof RawNumber) writer.pieces.push(value.source);
  else if (value instanceof JsonObject) writeObject(writer, value, line);
  else if (value instanceof Gap) writer.pieces.push(spellString(gapText(value)));
  else if (value instanceof Excerpt) writer.pieces.push(spellExcerpt(value));
  else if (Array.isArray(value)) writeList(writer, value as readonly JsonValue[], line);
  else writer.pieces.push(String(value));
}

function writeList(writer: Writer, values: readonly JsonValue[], line: string): void {
  if (values.length === 0) {
    writer.pieces.push('[]');
    return;
  }
  const inner = writer.indent === undefined ? line : line + writer.indent;
  writer.pieces.push('[');
  for (let index = 0; index < values.length; index++) {
    if (index > 0) writer.pieces.push(writer.comma);
    if (writer.indent !== undefined) writer.pieces.push(inner);
    writeValue(writer, values[index] as JsonValue, inner);
  }
  writer.pieces.push(writer.indent === undefined ? ']' : `${line}]`);
}

function writeObject(writer: Writer, object: JsonObject, line: string): void {
  const { keys } = object.shape;
  if (keys.length === 0) {
    writer.pieces.push('{}');
    return;
  }
  const inner = writer.indent === undefined ? line : line + writer.indent;
  writer.pieces.push('{');
  for (let index = 0; index < keys.length; index++) {
    if (index > 0) writer.pieces.push(writer.comma);
    if (writer.indent !== undefined) writer.pieces.push(inner);
    writer.pieces.push(writer.string(keys[index] as string), writer.colon);
    writeValue(writer, object.values[index] as JsonValue, inner);
  }
  writer.pieces.push(writer.indent === undefined ? '}' : `${line}}`);
}

/** How a gap is told in the place of what was left out. */
export function gapText(gap: Gap): string {
  const unit = gap.count === 1 ? gap.unit.replace(/ies$/, 'y').replace(/s$/, '') : gap.unit;
  const stated = `…${gap.count} ${unit} left out`;
  if (gap.facts.length === 0) return stated;
  return `${stated}${gap.told === gap.count ? '' : `; all ${gap.told} left out`}: ${gap.facts.join('; ')}`;
}

/** A cut string: its pieces, with each cut told in characters. */
export function excerptText(excerpt: Excerpt): string {
  return excerpt.pieces.map((piece) => (typeof piece === 'string' ? piece : cutText(piece))).join('');
}

/** The JSON spelling of a cut string: what its pieces hold themselves that reads like a cut has an escape. */
export function spellExcerpt({ pieces }: Excerpt): string {
  return `"${pieces.map((piece) => (typeof piece === 'string' ? spellData(piece).slice(1, -1) : cutText(piece))).join('')}"`;
}

const cutText = (characters: number): string => `…${characters} characters left out…`;
