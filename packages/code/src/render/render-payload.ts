import type { SourceFile } from '../files/split-files.ts';
import { lineOf, type SourceLines } from '../files/source-lines.ts';
import type { HiddenLines } from '../selection/choose-units.ts';
import type { OutlinedFile, PayloadOutline } from '../selection/payload-units.ts';
import { gapLine, type Gap } from './gap-line.ts';

/** Finds the gaps of one file among the lines that are left out. */
export function gapsOf(fileIndex: number, files: readonly OutlinedFile[], outline: PayloadOutline, hidden: HiddenLines): readonly Gap[] {
  const { file, language } = files[fileIndex]!;
  const end = Math.min(hidden.length, file.firstLine + file.lines.count);
  const gaps: Gap[] = [];
  for (let first = file.firstLine; first < end; first += 1) {
    if (hidden[first] === 0) continue;
    let last = first;
    while (last + 1 < end && hidden[last + 1] === 1) last += 1;
    const line = firstWritten(file.lines, first - file.firstLine, last - file.firstLine);
    const heads = headsIn(files[fileIndex]!.file, outline, { first, last });
    gaps.push({ first, last, ...placeOf(outline, first, last), lineComment: language.lineComment, line, heads });
    first = last;
  }
  return gaps;
}

/** A gap that lies inside one comment or string is told of as text; all others begin and end between statements. */
function placeOf({ units, texts }: PayloadOutline, first: number, last: number): Pick<Gap, 'place'> {
  const [begin = 0, end = 0] = [texts[first], texts[last]];
  return { place: (begin === end ? units[begin - 1]?.place : undefined) ?? 'code' };
}

const longestHead = 300;

/** The heads of what lies whole in a range of lines, without what opens bodies. */
function headsIn(
  { lines, firstLine }: SourceFile,
  { units, heads }: PayloadOutline,
  range: { readonly first: number; readonly last: number },
): readonly string[] {
  return heads.flatMap((head) => {
    const { first, last } = units[head.unit]!;
    if (first < range.first || last > range.last) return [];
    const line = head.last - firstLine;
    const end = Math.min(lines.starts[line + 1]!, lines.starts[line]! + head.endColumn);
    const text = lines.text.slice(lines.starts[first - firstLine], end);
    return [text.replaceAll(/\s+/g, ' ').trim().replace(/\s*(?:[{:]|=>|=)$/, '').slice(0, longestHead)];
  });
}

function firstWritten(lines: SourceLines, first: number, last: number): string {
  for (let line = first; line <= last; line += 1) {
    const text = lineOf(lines, line);
    if (text.trim() !== '') return text;
  }
  return '';
}

/** A file as it is shown, without gutters, and where in it the gaps stand. */
export function renderFile({ file }: OutlinedFile, gaps: readonly Gap[]): { readonly source: string; readonly gapRows: readonly number[] } {
  const parts: string[] = [];
  const gapRows: number[] = [];
  let next = 0;
  let rows = 0;
  const keep = (to: number): void => {
    parts.push(file.lines.text.slice(file.lines.starts[next], file.lines.starts[to]));
    rows += to - next;
  };
  for (const gap of gaps) {
    keep(gap.first - file.firstLine);
    parts.push(gapLine(gap), breakBehind(file.lines, gap.last - file.firstLine));
    gapRows.push(rows);
    rows += 1;
    next = gap.last - file.firstLine + 1;
  }
  keep(file.lines.count);
  return { source: parts.join(''), gapRows };
}

/** The payload as it is shown: its own lines, and one for each gap. */
export function renderPayload(payload: SourceLines, gaps: readonly Gap[]): string {
  const parts: string[] = [];
  let next = 0;
  for (const gap of gaps) {
    parts.push(payload.text.slice(payload.starts[next], payload.starts[gap.first]), gapLine(gap), breakBehind(payload, gap.last));
    next = gap.last + 1;
  }
  parts.push(payload.text.slice(payload.starts[next]));
  return parts.join('');
}

/** A gap that reaches the end of a text without a last line feed adds none: its line stands for the lines left out, and no empty one follows. */
function breakBehind({ text, starts }: SourceLines, last: number): string {
  return text[(starts[last + 1] ?? text.length) - 1] === '\n' ? '\n' : '';
}
