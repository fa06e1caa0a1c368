/** Lines of which no more is looked at by patterns. */
const longestMarked = 200;
const longestTitle = 100;
/** What {@link label} takes in at most, and the sign behind it, where it begins with no number in brackets. */
const longestLabel = 64;
const bracket = 0x5b;

/** Headings of Markdown, of AsciiDoc and wikis, of POD and of LaTeX. */
const markedHeading = /^(?:(#{1,6})(?:[ \t]|$)|(={1,6})[ \t]+\S|=head([1-6])\b|\\((?:sub){0,2})(?:chapter|section)\*?\{)/;
const underline = /^([=\-~^"*+#'`:._])\1{2,}[ \t]*$/;
const item = /^[ \t]*(?:[-*+•‣▪]|\d{1,3}[.)]|[a-z][.)])[ \t]+\S/;
/** An option of a command, as its help explains it: `-v, --verbose   say more`. */
const option = /^[ \t]*--?[A-Za-z][\w-]*/;
const rule = /^[ \t]*(?:[-*_][ \t]*){3,}$/;
const tableFrame = /^[ \t]*(?:[|+]?[ \t]*:?[-=]{2,}[-|+:= \t]*|[┌├└╔╠╚╭╰╞][─━═┬┼┴┐┤┘╦╬╩╗╣╝╮╯╪╡]+)$/;
const sentenceEnd = /[.!?,;:。！？…][)"'”’*_\]]*[ \t]*$/;
const label =
  /^(?:\[\d{1,6}\][ \t]*)?(?:\*\*)?[\p{Lu}\p{Lo}][\p{L}\p{N}.'’()_ -]{0,48}?(?: \d{1,5})?(?:\*\*)?(?::(?:\*\*)?|：)(?=[ \t]|$)/u;

/** The level of a heading that marks tell, 1 to 6; 0 for any other line. */
export function headingLevel(line: string): number {
  const [, hashes, equals, head, subs] = markedHeading.exec(line.slice(0, longestMarked)) ?? [];
  if (head !== undefined) return Number(head);
  if (subs !== undefined) return 1 + subs.length / 3;
  return (hashes ?? equals ?? '').length;
}

/** The sign that a line repeats to underline a title; empty for any other line. */
export function underlineSign(line: string): string {
  return underline.exec(line.slice(0, longestMarked))?.[1] ?? '';
}

/** Whether a line begins an item of a list, or what explains an option of a command. */
export function isItem(line: string): boolean {
  const head = line.slice(0, longestMarked);
  return (item.test(head) || option.test(head)) && !rule.test(head);
}

/** Whether a line is a row of a table of Markdown or reStructuredText. */
export function isRow(line: string): boolean {
  const trimmed = line.trimStart();
  const [first] = trimmed;
  return (first === '|' || first === '│' || first === '║') && trimmed.indexOf(first, 1) > 0;
}

/** Whether a line is a row of a table, or its frame in boxes. */
export function isTableRow(line: string): boolean {
  return isRow(line) || (/^[ \t]*[+┌├└╔╠╚╭╰╞]/.test(line) && isTableFrame(line));
}

/** Whether a line only frames a table (`|---|---|`). */
export function isTableFrame(line: string): boolean {
  return tableFrame.test(line.slice(0, longestMarked));
}

/** Whether a line alone looks like a title of what follows: short, without the end of a sentence. */
export function isTitleLike(line: string): boolean {
  return (
    line.length > 0 && line.length <= longestTitle && !sentenceEnd.test(line) && /^[\p{Lu}\p{Lo}\p{N}[(“"¿]/u.test(line) && !isItem(line)
  );
}

/** How long the name before a turn is, its colon and the space behind it included (`[12] Ann Lee: `); 0 where the line begins with none. */
export function speakerLength(line: string): number {
  const unit = line.charCodeAt(0);
  // Most lines begin with a small letter or hold no colon near their beginning.
  if ((unit >= 0x61 && unit <= 0x7a) || unit === 0x20) return 0;
  const head = line.slice(0, unit === bracket ? longestMarked : longestLabel);
  if (!head.includes(':') && !head.includes('：')) return 0;
  const found = label.exec(head);
  if (found === null || found[0].split(' ').length > 8) return 0;
  let length = found[0].length;
  while (line.charCodeAt(length) === 0x20 || line.charCodeAt(length) === 0x09) length += 1;
  return length;
}

/** Manuals are set with tab stops of so many columns, and their lines begin now with spaces, now with tabs. */
const tabStop = 8;

/** Columns of white space before a line; a tab reaches to the next stop. */
export function indentOf(line: string): number {
  let width = 0;
  for (let at = 0; at < line.length; at += 1) {
    const unit = line.charCodeAt(at);
    if (unit === 0x20) width += 1;
    else if (unit === 0x09) width += tabStop - (width % tabStop);
    else break;
  }
  return width;
}
