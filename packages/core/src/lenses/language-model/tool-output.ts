import type { ToolOutcome } from '../../types/segment.ts';
import { isRecord, textsOf, withEdits } from '../message-parts.ts';

/** One text of a tool's output. */
export interface OutputText {
  /** Where in the output it stands: `''` for the output as a whole, `.0`, `.1` and so on for an item of mixed content. */
  readonly place: string;
  readonly text: string;
  readonly outcome: ToolOutcome;
}

/**
 * The texts of an output that a model reads: text, the JSON text of a value (as the providers spell it on the wire), text items of mixed content.
 *
 * Files, denials and outputs that we do not know have none.
 */
export function outputTexts(output: unknown): readonly OutputText[] {
  if (!isRecord(output)) return [];
  const { type, value } = output;
  switch (type) {
    case 'text':
    case 'error-text':
      return typeof value === 'string' ? [{ place: '', text: value, outcome: type === 'text' ? 'ok' : 'error' }] : [];
    case 'json':
    case 'error-json': {
      const text = jsonText(value);
      return text === undefined ? [] : [{ place: '', text, outcome: type === 'json' && !saysError(value) ? 'ok' : 'error' }];
    }
    case 'content':
      return Array.isArray(value) ? textsOf(value).map(([place, text]) => ({ place, text, outcome: 'ok' })) : [];
    default:
      return [];
  }
}

/**
 * The output with the new texts for its places, whose keys begin with `prefix`; everything else on it, provider options included, stays the same reference, and so does an
 * output without new texts.
 *
 * A JSON value becomes a text: what replaces it need not be JSON, and a string value would reach the model quoted and escaped.
 */
export function withOutputTexts(output: unknown, prefix: string, texts: ReadonlyMap<string, string>): unknown {
  if (!isRecord(output)) return output;
  if (output['type'] === 'content') {
    const value = withEdits(output['value'], prefix, texts);
    return value === output['value'] ? output : { ...output, value };
  }
  const text = texts.get(prefix);
  if (text === undefined) return output;
  const failed = output['type'] === 'error-text' || output['type'] === 'error-json';
  return { ...output, type: failed ? 'error-text' : 'text', value: text };
}

// A value with a cycle or a big integer has no JSON text: the provider will say so; here it passes unchanged (I6).
function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

// A result of the Model Context Protocol says of itself that it is an error: ground truth like any other error.
function saysError(value: unknown): boolean {
  return isRecord(value) && value['isError'] === true;
}
