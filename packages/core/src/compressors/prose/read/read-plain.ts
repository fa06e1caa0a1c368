import { headingFinder, isTitle } from './headings.ts';
import { indentOf, isItem, isRow, isTableFrame, speakerLength } from './line-marks.ts';
import { frame, heading, listItem, sentence, speaker, tableRow, type PassageBuilder, type PassageRole } from './passages.ts';
import { readLinesOfCode } from './read-code.ts';
import { endsSentence, splitSentences } from './sentences.ts';
import { readParagraphs, type TextLine } from './text-lines.ts';

/** Reads what stands between fences. */
export interface PlainReader {
  read(start: number, end: number): void;
  /** Where a fence that follows now belongs. */
  place(): Place;
}

interface Place {
  readonly parent: number;
  readonly section: number;
}

/** Lines of no more characters are shown or left out whole; in longer ones sentences are. */
const longestWholeLine = 160;
/** A line longer than this is not wrapped: it is a paragraph of its own. */
const longestWrapped = 140;
/** Shorter sentences go with the one before them. */
const shortestSentence = 25;
/** What goes on for more lines is no sentence (data, listings), and shown whole or not at all it would be one that fits no budget. */
const mostSentenceLines = 60;
const longestIntroduction = 240;
/** Lines of an item that is shown or left out whole. */
const mostItemLines = 14;
/** Columns by which what explains a term hangs under it, and lines that do so in a list of terms. */
const hangingIndent = 4;
const fewestHanging = 2;
const codeIndent = 3;
/** Of the lines of a transcript so many begin with who speaks. */
const leastLabelled = 0.4;
const sampledLines = 400;

/** Makes a reader that remembers the headings above. */
export function createPlainReader(text: string, builder: PassageBuilder): PlainReader {
  const finder = headingFinder();
  const isTranscript = labelledShare(text) >= leastLabelled;
  const sections: { readonly passage: number; readonly level: number }[] = [];
  let introduction = -1;
  let inList = -1;

  const section = (): number => sections.at(-1)?.passage ?? -1;
  const placeBelow = (parent: number): Place => ({ parent: parent >= 0 ? parent : section(), section: section() });

  const openSection = (line: TextLine, level: number): void => {
    while ((sections.at(-1)?.level ?? 0) >= level) sections.pop();
    builder.newBlock();
    sections.push({ passage: builder.add(line.start, heading, { parent: section(), section: section() }), level });
  };

  const addSentences = (start: number, end: number, role: PassageRole, place: Place): number => {
    let first = -1;
    for (const from of longSentences(text, start, end)) {
      const added = builder.add(from, role, first >= 0 && role !== sentence ? { ...place, parent: first } : place);
      if (first < 0) first = added;
    }
    return first;
  };

  const readItems = (lines: readonly TextLine[]): void => {
    const open: { readonly passage: number; readonly indent: number }[] = [];
    let at = 0;
    while (at < lines.length) {
      const line = lines[at]!;
      const indent = indentOf(line.text);
      let next = at + 1;
      while (next < lines.length && !isItem(lines[next]!.text)) next += 1;
      while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
      const place = placeBelow(open.at(-1)?.passage ?? introduction);
      const end = lines[next - 1]!.end;
      const passage =
        end - line.start <= 2 * longestWholeLine || next > at + 1
          ? builder.add(line.start, listItem, place)
          : addSentences(line.start, end, listItem, place);
      // An item of a page is no unit: it would stand whole or not at all.
      if (next - at > mostItemLines) readParagraph(lines.slice(at + 1, next), placeBelow(passage));
      open.push({ passage, indent });
      at = next;
    }
    inList = open[0]?.passage ?? -1;
  };

  const readTable = (lines: readonly TextLine[]): void => {
    let place = placeBelow(introduction);
    lines.forEach((line, index) => {
      const framing = isTableFrame(line.text);
      const isHeader = index === 0 && isTableFrame(lines[1]?.text ?? '');
      const added = builder.add(line.start, framing ? frame : tableRow, place);
      // The header and the frame below it stand above every row.
      if (isHeader || (framing && index === 1)) place = { ...place, parent: added };
    });
  };

  const readTurns = (lines: readonly TextLine[]): void => {
    let record = -1;
    lines.forEach((line, index) => {
      const length = speakerLength(line.text);
      const numbered = line.text.startsWith('[');
      const place = placeBelow(numbered ? -1 : record);
      if (numbered) builder.newBlock();
      let first: number;
      if (length === 0 || line.end - line.start <= longestWholeLine) first = addSentences(line.start, line.end, sentence, place);
      else {
        const parent = builder.add(line.start, speaker, place);
        first = parent;
        addSentences(line.start + length, line.end, sentence, { ...place, parent });
      }
      // The first line of a record of several (question, thought, action …) says what the others are about.
      if (index === 0 && lines.length >= 3 && !numbered) record = first;
    });
  };

  const readWrapped = (lines: readonly TextLine[], place: Place): void => {
    const hangs = hangingLines(lines);
    let from = 0;
    lines.forEach((line, index) => {
      const next = lines[index + 1];
      if (
        next !== undefined &&
        index + 1 - from < mostSentenceLines &&
        !(hangs && indentOf(next.text) <= indentOf(line.text) - hangingIndent) &&
        !(
          endsSentence(text, line.start, line.end, next.start + indentLength(next.text)) &&
          next.start - lines[from]!.start >= longestWholeLine
        )
      )
        return;
      builder.add(lines[from]!.start, sentence, place);
      from = index + 1;
    });
  };

  const readParagraph = (lines: readonly TextLine[], place: Place): void => {
    if (lines.length > 1 && lines.every((line) => line.text.length <= longestWrapped)) readWrapped(lines, place);
    else for (const line of lines) addSentences(line.start, line.end, sentence, place);
  };

  const readBlock = (given: readonly TextLine[]): void => {
    let headed = 0;
    for (let found = finder.find(given, headed); found !== undefined; found = finder.find(given, headed)) {
      openSection(given[headed]!, found.level);
      headed += found.lines;
      [introduction, inList] = [-1, -1];
    }
    const lines = headed === 0 ? given : given.slice(headed);
    const first = lines[0];
    if (first === undefined) return;
    builder.newBlock();
    const itemAt = lines.findIndex((line) => isItem(line.text));
    const indented = indentOf(first.text) >= codeIndent;
    if (isRow(first.text) && isRow(lines[1]?.text ?? '')) readTable(lines);
    else if (itemAt === 0) readItems(lines);
    else if (isTranscript && lines.some((line) => speakerLength(line.text) > 0)) readTurns(lines);
    else if (indented && inList >= 0) readParagraph(lines, placeBelow(inList));
    else if (indented) readLinesOfCode(builder, text, { start: first.start, end: lines.at(-1)!.end, place: placeBelow(introduction) });
    else if (itemAt > 0) {
      readParagraph(lines.slice(0, itemAt), placeBelow(-1));
      readItems(lines.slice(itemAt));
    } else {
      inList = -1;
      readParagraph(lines, placeBelow(-1));
      introduction = introduces(lines) ? builder.count() - 1 : -1;
    }
  };

  return {
    read(start, end) {
      for (const lines of readParagraphs(text, start, end)) readBlock(lines);
    },
    place: () => placeBelow(introduction),
  };
}

/** Whether a short paragraph ends with a colon, or is a directive of reStructuredText: it belongs to what follows. */
function introduces(lines: readonly TextLine[]): boolean {
  const first = lines[0]!;
  const last = lines.at(-1)!;
  if (last.end - first.start > longestIntroduction) return false;
  return /[:：]["”*_)]*$/.test(last.text.slice(-8)) || /^\.\. [\w-]+::/.test(first.text);
}

/** Whether terms are explained by lines that hang under them, as help texts and glossaries set them. */
function hangingLines(lines: readonly TextLine[]): boolean {
  const least = lines.reduce((narrowest, { text }) => Math.min(narrowest, indentOf(text)), Number.POSITIVE_INFINITY);
  return lines.filter(({ text }) => indentOf(text) >= least + hangingIndent).length >= fewestHanging;
}

function indentLength(line: string): number {
  return line.length - line.trimStart().length;
}

/** The sentences of a long line, short ones joined with the one before; a line that is not long is one. */
function* longSentences(text: string, start: number, end: number): Generator<number> {
  yield start;
  if (end - start <= longestWholeLine) return;
  let last = start;
  const starts = splitSentences(text, start, end);
  for (let index = 1; index < starts.length; index += 1) {
    const from = starts[index]!;
    if (from - last < shortestSentence || (starts[index + 1] ?? end) - from < shortestSentence) continue;
    yield from;
    last = from;
  }
}

/** Share of the lines at the top of a text that begin with who speaks. */
function labelledShare(text: string): number {
  let lines = 0;
  let labelled = 0;
  for (const paragraph of readParagraphs(text, 0, Math.min(text.length, 100_000))) {
    paragraph.forEach((line, index) => {
      if (isTitle(line, paragraph[index + 1])) return;
      lines += 1;
      if (speakerLength(line.text) > 0) labelled += 1;
    });
    if (lines >= sampledLines) break;
  }
  return labelled / Math.max(1, lines);
}
