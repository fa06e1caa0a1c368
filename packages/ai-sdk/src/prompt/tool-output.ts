import type { ToolOutcome } from '@headroom/core';
import type { JsonValue } from '../specification/json.ts';
import type { ToolResultOutput } from '../specification/prompt.ts';

/** One text of a tool's output. */
export interface OutputText {
  /** Which text of the output this is: the index of a content item, or -1 for the output as a whole. */
  readonly item: number;
  readonly text: string;
  readonly outcome: ToolOutcome;
}

/**
 * The texts of an output that a model reads: text, the JSON text of a value (as the providers spell it on the wire), text items of mixed content.
 *
 * Files, denials and parts that we do not know have none.
 */
export function outputTexts(output: ToolResultOutput): readonly OutputText[] {
  switch (output.type) {
    case 'text':
    case 'error-text':
      return [{ item: -1, text: output.value, outcome: output.type === 'text' ? 'ok' : 'error' }];
    case 'json':
    case 'error-json': {
      const text = jsonText(output.value);
      return text === undefined ? [] : [{ item: -1, text, outcome: output.type === 'json' && !saysError(output.value) ? 'ok' : 'error' }];
    }
    case 'content':
      return output.value.flatMap((item, index) =>
        item.type === 'text' ? [{ item: index, text: item.text, outcome: 'ok' as const }] : [],
      );
    default:
      return [];
  }
}

/** The new text of an item of an output (-1 for the whole of it), where it has one. */
export type TextAt = (item: number) => string | undefined;

/**
 * The output with new texts; everything else on it, provider options included, stays the same reference, and so does an output without new texts.
 *
 * A JSON value becomes a text: what replaces it need not be JSON, and a string value would reach the model quoted and escaped.
 */
export function rewriteOutput(output: ToolResultOutput, textAt: TextAt): ToolResultOutput {
  if (output.type === 'content') return rewriteItems(output, textAt);
  const text = textAt(-1);
  if (text === undefined || output.type === 'execution-denied') return output;
  const failed = output.type === 'error-text' || output.type === 'error-json';
  return { ...output, type: failed ? 'error-text' : 'text', value: text };
}

function rewriteItems(output: Extract<ToolResultOutput, { type: 'content' }>, textAt: TextAt): ToolResultOutput {
  const value = output.value.map((item, index) => {
    const text = item.type === 'text' ? textAt(index) : undefined;
    return text === undefined ? item : { ...item, text };
  });
  return value.every((item, index) => item === output.value[index]) ? output : { ...output, value };
}

// A value with a cycle or a big integer has no JSON text: the provider will say so; here it passes unchanged (I6).
function jsonText(value: JsonValue): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

// A result of the Model Context Protocol says of itself that it is an error: ground truth like any other error.
function saysError(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && 'isError' in value && value.isError === true;
}
