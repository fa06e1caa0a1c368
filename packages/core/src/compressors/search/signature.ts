/** How every text begins that this compressor wrote: it is not made shorter again (I8). */
const opening = '[search results';

/** The first line of results without loss. */
export const groupedHeader = `${opening} by file: path, then its line:text; line-text is context]`;

/** Begins the first line of results with rows left out. */
export const shownHeader = `${opening}: `;

export function isOurs(text: string): boolean {
  return text.startsWith(groupedHeader) || text.startsWith(shownHeader);
}
