import type { JsonValue } from '../model.ts';
import { JsonObject } from '../model.ts';
import { isOpaque } from './opaque.ts';

const shortestText = 60;
// Ordinary text takes four to five characters a token; nothing a reader reads takes more than this.
const mostCharactersPerToken = 6;

/**
 * Fewer tokens than any lossless form of the values could take: their distinct long texts alone. Links and the like are left out, since a form may derive
 * them. Linear; looks no deeper than 100 levels.
 */
export function leastTokens(values: readonly JsonValue[]): number {
  const seen = new Set<string>();
  let characters = 0;
  const visit = (value: JsonValue, level: number): void => {
    if (typeof value === 'string') {
      if (value.length < shortestText || seen.has(value)) return;
      seen.add(value);
      if (!isOpaque(value)) characters += value.length;
    } else if (value !== null && typeof value === 'object' && level < 100) {
      const members = Array.isArray(value) ? (value as readonly JsonValue[]) : value instanceof JsonObject ? value.values : [];
      for (const member of members) visit(member, level + 1);
    }
  };
  for (const value of values) visit(value, 0);
  return characters / mostCharactersPerToken;
}
