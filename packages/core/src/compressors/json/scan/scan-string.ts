/**
 * The content of a JSON string, between its quotes at `from - 1` and `end`, with its escapes decoded exactly (lone surrogates included); undefined where an escape is wrong. The engine's own
 * reader is several times as fast as one written here.
 */
export function unescapeString(text: string, from: number, end: number): string | undefined {
  try {
    return JSON.parse(text.slice(from - 1, end + 1)) as string;
  } catch {
    return undefined;
  }
}
