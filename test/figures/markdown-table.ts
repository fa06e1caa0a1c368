/** A Markdown table; all columns but the first hold numbers and are set to the right. */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (values: readonly string[]): string => `| ${values.join(' | ')} |`;
  return [line(heading), line(heading.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** A share as a percentage with one digit; nothing where there is no figure. */
export function percent(share: number | undefined): string {
  return share === undefined ? '' : (100 * share).toFixed(1);
}
