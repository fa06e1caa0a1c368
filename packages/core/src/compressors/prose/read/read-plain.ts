import { areEntries, areRows, hangingIndent, hangingLines, introduces, isEntry, isIndentedCode, isTerm } from './block-shapes.ts';
import { headingFinder } from './headings.ts';
import { isItem, isTableFrame, isTableRow, speakerLength } from './line-marks.ts';
import { createOutline } from './outline.ts';
import { code, frame, heading, listItem, sentence, speaker, tableRow, term, type PassageBuilder, type PassageRole } from './passages.ts';
import { readLinesOfCode } from './read-code.ts';
import { endsSentence, splitSentences } from './sentences.ts';
import type { TextLine } from './text-lines.ts';

/** Reads what stands between fences. */
export interface PlainReader {
  /** @param paragraphs in their order */
  read(paragraphs: readonly (readonly TextLine[])[]): void;
  /** Where a fence that follows now belongs. */
  place(): Place;
}

interface Place {
  readonly parent: number;
  readonly section: number;
}

/** A passage that others stand below, and its indentation. */
interface Standing {
  readonly passage: number;
  readonly indent: number;
}

const none: Standing = { passage: -1, indent: 0 };

/** Lines of no more characters are shown or left out whole; in longer ones sentences are. */
const longestWholeLine = 160;
/** A line longer than this is not wrapped: it is a paragraph of its own. */
const longestWrapped = 140;
/** Shorter sentences go with the one before them. */
const shortestSentence = 25;
/** Where no line ends with a sentence, a run so long is cut behind a line within which one ends: most wrapped paragraphs end nowhere else, and whole they would fit no budget. */
const longestRun = 240;
/** What goes on for more lines is no sentence (data, listings), and shown whole or not at all it would be one that fits no budget. */
const mostSentenceLines = 60;
/** Lines of an item that is shown or left out whole. */
const mostItemLines = 14;

/** What is read, and where its passages go. */
export interface PlainText {
  readonly text: string;
  readonly codes: Uint16Array;
  /** Whether lines that begin with a name and a colon are turns. */
  readonly isTranscript: boolean;
  readonly builder: PassageBuilder;
}

/** Makes a reader that remembers the headings above. */
export function createPlainReader({ text, codes, isTranscript, builder }: PlainText): PlainReader {
  const finder = headingFinder();
  const outline = createOutline();
  let introduction = none;
  let list = none;

  const placeBelow = (parent: number): Place => ({ parent: parent >= 0 ? parent : outline.section(), section: outline.section() });

  const openSection = (line: TextLine, level: number): void => {
    outline.close(level);
    builder.newBlock();
    outline.enter(builder.add(line.start, heading, placeBelow(-1)), level);
  };

  const addSentences = (start: number, end: number, role: PassageRole, place: Place): number => {
    let first = -1;
    for (const from of longSentences(text, codes, start, end)) {
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
      const { indent } = line;
      let next = at + 1;
      while (next < lines.length && !isItem(lines[next]!)) next += 1;
      while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
      const place = placeBelow(open.at(-1)?.passage ?? introduction.passage);
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
    list = open[0] ?? none;
  };

  const readTable = (lines: readonly TextLine[]): void => {
    let place = placeBelow(introduction.passage);
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
      const length = speakerLength(codes, line);
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
    const listed = areEntries(lines);
    let from = 0;
    lines.forEach((line, index) => {
      const next = lines[index + 1];
      if (
        next !== undefined &&
        index + 1 - from < mostSentenceLines &&
        !(hangs && next.indent <= line.indent - hangingIndent) &&
        !(listed && isEntry(next.text)) &&
        !(
          next.start - lines[from]!.start >= longestWholeLine &&
          endsSentence(text, codes, { start: line.start, end: line.end, next: next.opensAt })
        ) &&
        !(next.start - lines[from]!.start >= longestRun && splitSentences(text, line.start, line.end, codes).length > 1)
      )
        return;
      builder.add(lines[from]!.start, sentence, place);
      from = index + 1;
    });
  };

  const readParagraph = (lines: readonly TextLine[], place: Place): void => {
    if (areRows(lines)) for (const line of lines) builder.add(line.start, code, place);
    else if (lines.length > 1 && lines.every((line) => line.text.length <= longestWrapped)) readWrapped(lines, place);
    else for (const line of lines) addSentences(line.start, line.end, sentence, place);
  };

  const readHeadings = (lines: readonly TextLine[]): readonly TextLine[] => {
    let headed = 0;
    for (let found = finder.find(lines, headed); found !== undefined; found = finder.find(lines, headed)) {
      openSection(lines[headed]!, found.level);
      headed += found.lines;
      [introduction, list] = [none, none];
    }
    return headed === 0 ? lines : lines.slice(headed);
  };

  const readBlock = (given: readonly TextLine[], behind: TextLine | undefined): void => {
    const lines = readHeadings(given);
    const first = lines[0];
    if (first === undefined) return;
    builder.newBlock();
    const { indent } = first;
    outline.leave(indent);
    const itemAt = lines.findIndex(isItem);
    const isBelow = ({ passage, indent: outer }: Standing): boolean => passage >= 0 && indent > outer;
    const above = isBelow(list) ? list : isBelow(introduction) ? introduction : none;
    const tableAt = lines.findIndex((line, index) => isTableRow(line) && index + 1 < lines.length && isTableRow(lines[index + 1]!));
    if (tableAt === 0) readTable(lines);
    else if (tableAt > 0 && itemAt !== 0) {
      readBlock(lines.slice(0, tableAt), undefined);
      readTable(lines.slice(tableAt));
    } else if (itemAt === 0) readItems(lines);
    else if (isTranscript && lines.some((line) => speakerLength(codes, line) > 0)) readTurns(lines);
    else if (isTerm(lines, behind)) {
      outline.enterTerm(builder.add(first.start, term, placeBelow(above.passage)), indent);
      if (above !== introduction) introduction = none;
      if (lines.length > 1) readBlock(lines.slice(1), behind);
    } else if (isIndentedCode(lines))
      readLinesOfCode(builder, text, { start: first.start, end: lines.at(-1)!.end, place: placeBelow(above.passage) });
    else if (above === list && list !== none) readParagraph(lines, placeBelow(list.passage));
    else if (itemAt > 0) {
      readParagraph(lines.slice(0, itemAt), placeBelow(above.passage));
      readItems(lines.slice(itemAt));
    } else {
      list = none;
      readParagraph(lines, placeBelow(above.passage));
      if (introduces(lines)) introduction = { passage: builder.count() - 1, indent };
      else if (above === none) introduction = none;
    }
  };

  return {
    read(paragraphs) {
      for (let at = 0; at < paragraphs.length; at += 1) readBlock(paragraphs[at]!, paragraphs[at + 1]?.[0]);
    },
    place: () => placeBelow(introduction.passage),
  };
}

/** Where the sentences of a long line begin, short ones joined with the one before; a line that is not long is one. */
function longSentences(text: string, codes: Uint16Array, start: number, end: number): readonly number[] {
  if (end - start <= longestWholeLine) return [start];
  const long = [start];
  let last = start;
  const starts = splitSentences(text, start, end, codes);
  for (let index = 1; index < starts.length; index += 1) {
    const from = starts[index]!;
    if (from - last < shortestSentence || (starts[index + 1] ?? end) - from < shortestSentence) continue;
    long.push(from);
    last = from;
  }
  return long;
}
