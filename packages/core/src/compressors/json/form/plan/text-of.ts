import { RawNumber, type JsonValue } from '../../model.ts';

/** The characters that a hole of a template takes from a value: those of strings and numbers; null and missing have none. */
export function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof RawNumber) return value.source;
  return undefined;
}
