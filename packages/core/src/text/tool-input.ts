/**
 * A text among a call's arguments, by the first of its names that is there: the input may be an object, or the JSON text of one. A command given as a list of words
 * (`['bash', '-lc', 'cat a.ts']`) is its last word.
 */
export function inputField(input: unknown, names: readonly string[]): string | undefined {
  const fields = fieldsOf(input);
  if (fields === undefined) return undefined;
  for (const name of names) {
    const value = fields[name];
    const text: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (typeof text === 'string') return text;
  }
  return undefined;
}

function fieldsOf(input: unknown): Record<string, unknown> | undefined {
  const value = typeof input === 'string' ? parsed(input) : input;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function parsed(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A torn input says nothing.
    return undefined;
  }
}
