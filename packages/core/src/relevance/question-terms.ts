import { stopTerms } from './stop-words.ts';
import { terms } from './terms.ts';

/** A term to look for and how much it counts. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** What a value of the call's own input counts beside a word of the question. */
const inputWeight = 0.4;

/** More terms do not make a question clearer, only slower. */
const mostTerms = 128;

/** The beginning of a question says what it is about; a pasted document behind it does not. */
const longestQuestion = 8192;

/**
 * The terms that an answer is looked for by: those of the question without stop words, once each, then those of the values of the call's input at a lower weight.
 *
 * @example questionTerms('Which pods failed?', { namespace: 'staging' }) // pod, fail at 1; stag at 0.4
 */
export function questionTerms(question: string, toolInput?: unknown): readonly WeightedTerm[] {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const term of terms(text.slice(0, longestQuestion))) {
      if (weights.size < mostTerms && !weights.has(term) && !stopTerms.has(term)) weights.set(term, weight);
    }
  };
  add(question, 1);
  add(inputValues(toolInput), inputWeight);
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/** The strings and numbers in a tool call's input, which is an object or the JSON text of one; keys say nothing about what is asked. */
function inputValues(input: unknown): string {
  const parts: string[] = [];
  let left = longestQuestion;
  const visit = (value: unknown, depth: number): void => {
    if (left <= 0 || depth > 4) return;
    if (typeof value === 'string' || typeof value === 'number') {
      parts.push(String(value).slice(0, left));
      left -= parts.at(-1)!.length + 1;
    } else if (typeof value === 'object' && value !== null) {
      for (const key in value) visit((value as Record<string, unknown>)[key], depth + 1);
    }
  };
  visit(parsed(input), 0);
  return parts.join(' ');
}

function parsed(input: unknown): unknown {
  if (typeof input !== 'string' || input.length > longestQuestion) return input;
  try {
    return JSON.parse(input);
  } catch {
    return input;
  }
}
