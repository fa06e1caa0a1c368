import { charCodes } from '../../../text/char-codes.ts';
import { planRecords, readRecords, writePlan, xmlOutlineHeader, type RecordPlan } from '../../../text/record-form/index.ts';
import { linePieces, readPieces } from './read-pieces.ts';
import { planXmlOutline, readXmlOutline } from './xml-outline.ts';

/** How forms are looked for. */
interface FormOptions {
  /** The code units of the text, where they were read before. */
  readonly codes?: Uint16Array;
  /** Characters that a form may have: how long one will be is known before it is written. */
  readonly most?: number;
}

/**
 * The forms without loss of a configuration: records told as a template and rows, XML as an outline, and both. Each decodes back to the same characters, which is tried on the
 * very text before it is offered (I10); none where nothing is saved.
 */
export function losslessForms(text: string, { codes = charCodes(text), most = text.length }: FormOptions = {}): readonly string[] {
  const records = recordForms(planRecords(readPieces(text, codes)), most);
  return text.trimStart().startsWith('<') ? [...records, ...outlineForms(text, codes, most)] : records;
}

function recordForms(plan: RecordPlan | undefined, most: number): readonly string[] {
  const form = plan === undefined || plan.length > most ? undefined : writePlan(plan);
  return form === undefined ? [] : [form];
}

function outlineForms(text: string, codes: Uint16Array, most: number): readonly string[] {
  const plan = planXmlOutline(text, codes);
  if (plan.length >= text.length) return [];
  const outline = plan.write();
  const both = planRecords(linePieces(outline));
  if (plan.length > most && (both === undefined || both.length > most)) return [];
  if (readXmlOutline(outline) !== text) return [];
  return [...(plan.length > most ? [] : [outline]), ...recordForms(both, most)];
}

/** Undoes {@link losslessForms}. */
export function decodeLosslessConfig(form: string): string {
  const text = readRecords(form) ?? form;
  return text.startsWith(xmlOutlineHeader) ? readXmlOutline(text) : text;
}
