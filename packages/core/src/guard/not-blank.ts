/** Whether a candidate lost everything although the original said something. */
export function isBlankedOut(original: string, candidate: string): boolean {
  return candidate.trim() === '' && original.trim() !== '';
}
