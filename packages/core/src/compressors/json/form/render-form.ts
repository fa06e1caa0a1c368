import { FORM_SIGNATURE } from '../../../text/form-signature.ts';
import type { JsonDocument } from '../scan/document.ts';
import { openStrings } from './infer/opened.ts';
import { planDocument, type DocumentPlan, type FormStyle } from './plan/plan-document.ts';
import { writeType } from './write/legend.ts';
import { quoteText, spellText } from './write/scalars.ts';
import { signsOf } from './write/signs.ts';
import { writeValue } from './write/writer.ts';

/** A document in the compact form. */
export interface RenderedForm {
  readonly text: string;
  /** `folded` where some string or number of the document no longer stands letter by letter: it is derived from others by a rule of the header. */
  readonly literals: 'whole' | 'folded';
}

/**
 * Writes a document in the compact form: a header for each kind of record, then the values, one record to a line. `decodeForm` reads it back, unless
 * selection left something out (gaps and excerpts are told in their place). Linear in the document; the grammar is in docs/compressors/json-form.md.
 * `style` says whether what rows have in common is said once (`folded`, the default) or every row has all its cells (`plain`).
 *
 * @example
 * renderForm(readDocument(text)!).text;
 */
export function renderForm(document: JsonDocument, style: FormStyle = 'folded'): RenderedForm {
  const given = document.layout === 'single' ? document.values[0] : document.values;
  if (given === undefined) return { text: '', literals: 'whole' };
  const root = openStrings(given, document.shapes);
  const plan = planDocument(root, style);
  const texts = [...plan.texts].map(([text, number]) => `#${number}=${spellText(text, 'row')}`);
  const signs = signsOf(plan.types);
  const about = [...(signs.length > 0 ? [`signs ${signs.join('; ')}`] : []), ...documentLines(document)];
  const lines = [FORM_SIGNATURE, ...about, ...texts, ...plan.types.map((type) => writeType(plan, type)), ''];
  lines.push(writeValue(plan, root, 'inner'));
  return { text: lines.join('\n'), literals: root !== given || foldsLiterals(plan) ? 'folded' : 'whole' };
}

/** What the document was, where it was not just one JSON text. */
function documentLines(document: JsonDocument): string[] {
  const lines: string[] = [];
  if (document.layout !== 'single') lines.push(`documents in ${document.layout}`);
  if (document.preamble !== '') lines.push(`text before ${quoteText(document.preamble)}`);
  if (document.epilogue !== '') lines.push(`text after ${quoteText(document.epilogue)}`);
  if (document.inString !== undefined) {
    const { layout, letters } = document.inString;
    lines.push(`in ${document.stringLevels === undefined ? 'a string' : `${document.stringLevels} strings`} ${layout} ${letters}`);
  }
  return lines;
}

function foldsLiterals(plan: DocumentPlan): boolean {
  return plan.types.some(
    (type) => type.silent !== undefined || type.columns.some((column) => column.mode.kind === 'template' || column.pattern !== undefined),
  );
}
