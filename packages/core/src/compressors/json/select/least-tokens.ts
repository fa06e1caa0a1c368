import { JsonObject, type JsonValue } from '../model.ts';
import { isOpaque } from './opaque.ts';

const shortestText = 60;
/** Ordinary text takes four to five characters a token; nothing a reader reads takes more than this. */
export const mostCharactersPerToken = 6;

/**
 * Whether any lossless form of the values takes more than so many tokens: their distinct long texts alone do. Links and the like are left out, since a form
 * may derive them. Linear, and stops where the answer is known; looks no deeper than 100 levels.
 */
export function takesMoreThan(values: readonly JsonValue[], tokens: number): boolean {
  const limit = tokens * mostCharactersPerToken;
  const seen = new Set<string>();
  let characters = 0;
  const visit = (value: JsonValue, level: number): void => {
    if (typeof value === 'string') {
      if (value.length < shortestText || seen.has(value)) return;
      seen.add(value);
      if (!isOpaque(value)) characters += value.length;
    } else if (value !== null && typeof value === 'object' && level < 100) {
      const members = Array.isArray(value) ? (value as readonly JsonValue[]) : value instanceof JsonObject ? value.values : [];
      for (let index = 0; index < members.length && characters <= limit; index++) visit(members[index] as JsonValue, level + 1);
    }
  };
  visit(values, 0);
  return characters > limit;
}
