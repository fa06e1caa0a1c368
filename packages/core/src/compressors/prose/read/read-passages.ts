import { splitFences } from '../../../detect/fences.ts';
import { charCodes } from '../../../text/char-codes.ts';
import { isTranscript, sampledCharacters, sampledLines } from './is-transcript.ts';
import { readCode } from './read-code.ts';
import { createPlainReader } from './read-plain.ts';
import { passageBuilder, type Passages } from './passages.ts';
import { readParagraphs } from './text-lines.ts';

/**
 * Cuts a text of natural language into its passages: sentences, items, rows, lines of code, with the headings and speakers above them. Fenced blocks are found first and are never
 * read as language. Linear.
 *
 * @example readPassages('# Title\n\nOne. Two.').count // 3
 */
export function readPassages(text: string): Passages {
  const codes = charCodes(text);
  const builder = passageBuilder(text, codes);
  const parts = splitFences(text);
  const whole = parts.length === 1 && parts[0]!.part === 'plain' ? readParagraphs(text, codes, { start: 0, end: text.length }) : undefined;
  const opening =
    whole ?? readParagraphs(text, codes, { start: 0, end: Math.min(text.length, sampledCharacters), mostLines: sampledLines });
  const plain = createPlainReader({ text, codes, isTranscript: isTranscript(codes, opening), builder });
  let at = 0;
  for (const part of parts) {
    const end = at + part.raw.length;
    if (part.part === 'plain') plain.read(whole ?? readParagraphs(text, codes, { start: at, end }));
    else readCode(builder, text, { at, open: part.open.length, body: part.body.length, close: part.close.length, place: plain.place() });
    at = end;
  }
  return builder.finish();
}
