import { readRecords, writeRecords, xmlOutlineHeader } from '../../../text/record-form/index.ts';
import { linePieces, readPieces } from './read-pieces.ts';
import { readXmlOutline, writeXmlOutline } from './xml-outline.ts';

/**
 * The forms without loss of a configuration: records told as a template and rows, XML as an outline, and both. Each decodes back to the same characters, which is tried on the
 * very text before it is offered (I10); none where nothing is saved.
 */
export function losslessForms(text: string): readonly string[] {
  const records = writeRecords(readPieces(text));
  return [...(records === undefined ? [] : [records]), ...(text.trimStart().startsWith('<') ? outlineForms(text) : [])];
}

function outlineForms(text: string): readonly string[] {
  const outline = writeXmlOutline(text);
  if (outline.length >= text.length || readXmlOutline(outline) !== text) return [];
  const both = writeRecords(linePieces(outline));
  return both === undefined ? [outline] : [outline, both];
}

/** Undoes {@link losslessForms}. */
export function decodeLosslessConfig(form: string): string {
  const text = readRecords(form) ?? form;
  return text.startsWith(xmlOutlineHeader) ? readXmlOutline(text) : text;
}
