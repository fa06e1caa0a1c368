const caption = /^[ \t]*(?:(?:#+|\/\/|--|;+|%+)[ \t]*\S.*|\S.*[:：][ \t]*)$/;
const longestCaption = 200;

/** Whether a line says what the lines below it are: a comment, or a line that ends with a colon. */
export function isCaption(line: string): boolean {
  return line.length <= longestCaption && caption.test(line);
}
