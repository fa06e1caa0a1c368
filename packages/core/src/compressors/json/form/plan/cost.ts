import { RawNumber, type JsonValue } from '../../model.ts';
import { isGap, isList, isObject } from '../infer/kinds.ts';

/**
 * About how many tokens a text takes: only used to compare two spellings of the same data, so the error of four characters a token cancels out.
 * Letters beyond ASCII take about a token each.
 */
export function textCost(text: string): number {
  return 0.5 + text.length / 4;
}

/** About how many tokens a value takes in the form. Bounded: only the first members of a container are looked at. */
export function valueCost(value: JsonValue | undefined): number {
  if (value === undefined || value === null || typeof value === 'boolean' || isGap(value)) return 1;
  if (typeof value === 'string') return textCost(value);
  if (typeof value === 'number') return 0.5 + String(value).length / 3;
  if (value instanceof RawNumber) return 0.5 + value.source.length / 3;
  if (isObject(value)) return 2 + 4 * value.values.length;
  if (isList(value)) return 2 + 4 * value.length;
  return 20;
}
