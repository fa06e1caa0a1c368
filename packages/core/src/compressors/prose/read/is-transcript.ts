import { isTitle } from './headings.ts';
import { speakerLength } from './line-marks.ts';
import type { TextLine } from './text-lines.ts';

/** Of the lines of a transcript so many begin with who speaks. */
const leastLabelled = 0.4;
/** Lines, and characters, at the top of a text that are looked at. */
export const sampledLines = 400;
export const sampledCharacters = 100_000;
/** A longer line is no title. */
const longestTitle = 100;

/** Whether a text, whose code units these are, tells who says what: by the lines at its top that begin with a name and a colon, titles apart. */
export function isTranscript(codes: Uint16Array, paragraphs: readonly (readonly TextLine[])[]): boolean {
  let lines = 0;
  let long = 0;
  let labelled = 0;
  const sample = takeSample(paragraphs);
  for (const paragraph of sample)
    for (const line of paragraph) {
      lines += 1;
      if (line.text.length > longestTitle) long += 1;
      if (speakerLength(codes, line) > 0) labelled += 1;
    }
  // Most texts are told by this: titles make neither of the two greater.
  if (labelled === 0 || labelled < leastLabelled * long) return false;
  for (const paragraph of sample)
    paragraph.forEach((line, index) => {
      if (!isTitle(line, paragraph[index + 1])) return;
      lines -= 1;
      if (speakerLength(codes, line) > 0) labelled -= 1;
    });
  return labelled >= leastLabelled * Math.max(1, lines);
}

function takeSample(paragraphs: readonly (readonly TextLine[])[]): readonly (readonly TextLine[])[] {
  let lines = 0;
  const end = paragraphs.findIndex((paragraph) => {
    lines += paragraph.length;
    return lines >= sampledLines || paragraph.at(-1)!.end >= sampledCharacters;
  });
  return end < 0 ? paragraphs : paragraphs.slice(0, end + 1);
}
