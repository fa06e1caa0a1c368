import { naturalLines, proseShare } from '../../../detect/prose-lines.ts';
import { takeSample } from '../../../detect/sample.ts';

/** Share of the characters of a text of no certain kind that must stand in lines of natural language. */
const leastShare = 0.3;

/** Whether a text of no certain kind is language: keys, dumps and lists of numbers are not. */
export function isNatural(text: string): boolean {
  const { lines } = takeSample(text);
  return proseShare(lines, naturalLines(lines)) >= leastShare;
}
