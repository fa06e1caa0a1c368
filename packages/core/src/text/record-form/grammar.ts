const opening = '[whole text; repeated lines told as templates';

/** The first line of a text of the form. Each sign that it explains has that one meaning. */
export const recordHeader = `${opening}: below "rows:" each row gives the values for {} in the lines above it]`;

/** The same for a text in which stretches of one line stand on lines of their own. */
export const joinedHeader = `${opening}: below "rows:" each row gives the values for {} in the lines above it; a line that ends with \\ goes on in the next]`;

/** The first line (the second, behind one of the others) of XML told as an outline. */
export const xmlOutlineHeader =
  '[whole text; XML as an outline: "name: text" is an element with its text, "name" alone one that holds the deeper lines below it; closing tags left out]';

export const hole = '{}';
export const valueSeparator = ' | ';
export const rowsSign = 'rows:';
/** Stands right before a template and says how many rows it has. */
export const templateSign = /^template for (\d{1,9}) rows:$/;

export function templateLine(rows: number): string {
  return `template for ${rows} rows:`;
}

/** Whether a text is one of these forms. */
export function isRecordForm(text: string): boolean {
  if (!text.startsWith('[whole text; ')) return false;
  const feed = text.indexOf('\n');
  const first = feed < 0 ? text : text.slice(0, feed);
  return first === recordHeader || first === joinedHeader || first === xmlOutlineHeader;
}
