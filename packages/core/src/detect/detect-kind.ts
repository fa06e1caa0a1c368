import { FORM_SIGNATURE } from '../text/form-signature.ts';
import { isRecordForm } from '../text/record-form/index.ts';
import { accessibilityShape } from './accessibility-shape.ts';
import type { Detection } from './detection.ts';
import { diffShape } from './diff-shape.ts';
import { anyPattern } from './line-pattern.ts';
import { jsonAfterPreamble, jsonShape } from './json-shape.ts';
import { lineShape } from './line-shape.ts';
import { markupShape } from './markup-shape.ts';
import { mixedShape } from './mixed-shape.ts';
import { withoutLineNumbers } from './numbered-lines.ts';
import { tableEvidence } from './table-shape.ts';
import { areQuotedRecords } from './quoted-records.ts';
import { standUnderPaths } from './search-lines.ts';
import { shareOf, takeSample, type Sample } from './sample.ts';

/**
 * Tells what kind of text this is: by grammar first, by its lines second. It looks at a bounded sample (about 14,000 characters), so that its
 * time hardly grows with the text; only fences and JSON after a preamble are looked for in the whole, in linear time.
 *
 * @example
 * detectKind('[{"id":1}]').kind; // 'json'
 * detectKind('src/a.ts:12:import b').kind; // 'search'
 */
export function detectKind(text: string): Detection {
  if (isForm(text)) return { kind: 'form', confidence: 1, evidence: 'the signature of a form' };
  const sample = takeSample(text);
  if (sample.start === text.length) return { kind: 'text', confidence: 1, evidence: 'nothing visible' };
  return (
    jsonShape(sample) ??
    diffShape(sample) ??
    markupShape(sample) ??
    accessibilityShape(sample) ??
    jsonAfterPreamble(sample) ??
    mixedShape(text) ??
    quotedRecords(sample) ??
    hexadecimalDump(sample) ??
    numberedShape(sample) ??
    lineShape(sample)
  );
}

function isForm(text: string): boolean {
  if (isRecordForm(text)) return true;
  return text.startsWith(FORM_SIGNATURE) && (text.length === FORM_SIGNATURE.length || text[FORM_SIGNATURE.length] === '\n');
}

function quotedRecords({ text, start }: Sample): Detection | undefined {
  return areQuotedRecords(text, start) ? { kind: 'table', confidence: 0.95, evidence: 'records with breaks in quoted cells' } : undefined;
}

const isHexadecimalRow = anyPattern([/^[0-9a-f]{6,16}:? +(?:[0-9a-f]{2,8} +){4}/i, { opens: '0-9a-fA-F', has: ' ', is: ['margin'] }]);

/** Offsets look like line numbers, and the digits like columns. */
function hexadecimalDump({ lines }: Sample): Detection | undefined {
  const share = shareOf(lines, isHexadecimalRow);
  return share >= 0.8 ? { kind: 'text', confidence: share, evidence: 'a hexadecimal dump' } : undefined;
}

/** A listing with line numbers is what stands behind the numbers, but never a grammar's document: its bytes do not parse. */
function numberedShape(sample: Sample): Detection | undefined {
  const plain = withoutLineNumbers(sample);
  // The first column of a table may count its rows.
  if (plain === undefined || tableEvidence(sample.lines).share >= 0.95 || standUnderPaths(sample.lines)) return undefined;
  const inner = lineShape(plain);
  if (inner.kind === 'table' || inner.kind === 'search') return undefined;
  // The numbers alone make an ordered listing of it, such as a shell's history.
  if (inner.kind === 'text') return { kind: 'terminal', confidence: 0.6, evidence: 'numbered lines' };
  return { ...inner, evidence: `numbered lines: ${inner.evidence}` };
}
