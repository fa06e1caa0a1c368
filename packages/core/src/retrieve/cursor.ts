/** Where an answer goes on. Opaque to callers; a pure function of request and original, so that a replayed exchange has the same bytes. */
export type Cursor =
  /** A range of the text, in code units. */
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  /** Passages of the same query: how many answers were given before. */
  | { readonly kind: 'passages'; readonly page: number };

/** Writes a cursor: short, since it stands in the prompt from then on. */
export function writeCursor(cursor: Cursor): string {
  return cursor.kind === 'text' ? `t${cursor.start.toString(36)}-${cursor.end.toString(36)}` : `q${cursor.page.toString(36)}`;
}

/** Reads a cursor as a model gives it back, quotes and all; undefined for anything that is not one. */
export function readCursor(text: string): Cursor | undefined {
  const match = /^["'`\s]*(?:t([0-9a-z]{1,9})-([0-9a-z]{1,9})|q([0-9a-z]{1,4}))["'`\s]*$/i.exec(text.slice(0, 64));
  if (match === null) return undefined;
  const [, start, end, page] = match;
  if (page !== undefined) return { kind: 'passages', page: Number.parseInt(page, 36) };
  return { kind: 'text', start: Number.parseInt(start!, 36), end: Number.parseInt(end!, 36) };
}
