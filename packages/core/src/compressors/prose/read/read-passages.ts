import { splitFences } from '../../../detect/fences.ts';
import { charCodes } from '../../../text/char-codes.ts';
import { readCode } from './read-code.ts';
import { createPlainReader } from './read-plain.ts';
import { passageBuilder, type Passages } from './passages.ts';

/**
 * Cuts a text of natural language into its passages: sentences, items, rows, lines of code, with the headings and speakers above them. Fenced blocks are found first and are never
 * read as language. Linear.
 *
 * @example readPassages('# Title\n\nOne. Two.').count // 3
 */
export function readPassages(text: string): Passages {
  const builder = passageBuilder(text, charCodes(text));
  const plain = createPlainReader(text, builder);
  let at = 0;
  for (const part of splitFences(text)) {
    if (part.part === 'plain') plain.read(at, at + part.raw.length);
    else readCode(builder, text, { at, open: part.open.length, body: part.body.length, close: part.close.length, place: plain.place() });
    at += part.raw.length;
  }
  return builder.finish();
}
