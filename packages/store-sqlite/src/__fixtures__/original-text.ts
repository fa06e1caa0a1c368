/** The original that a writer puts at an index: of varying length, and every seventh with a lone surrogate. */
export function originalText(writer: string, index: number): string {
  return `${writer} ${index} ${'lorem ipsum '.repeat((index * 37) % 400)}${index % 7 === 0 ? '\ud800' : ''}`;
}
