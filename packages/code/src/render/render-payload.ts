import { lineOf, type SourceLines } from '../files/source-lines.ts';
import type { HiddenLines } from '../selection/choose-units.ts';
import type { OutlinedFile, PayloadHead, PayloadOutline } from '../selection/payload-outline.ts';
import { gapLine, type Gap } from './gap-line.ts';

/** A gap names so many declarations at most; those behind them have a gap of their own, so that each can be asked for. */
const mostHeads = 8;

/** Finds the gaps of one file among the lines that are left out. */
export function gapsOf(fileIndex: number, files: readonly OutlinedFile[], outline: PayloadOutline, hidden: HiddenLines): readonly Gap[] {
  const { file, language } = files[fileIndex]!;
  const end = Math.min(hidden.length, file.firstLine + file.lines.count);
  const gaps: Gap[] = [];
  const add = (first: number, last: number, heads: readonly string[]): void => {
    const line = firstWritten(file.lines, first - file.firstLine, last - file.firstLine);
    gaps.push({ first, last, ...placeOf(outline, first, last), lineComment: language.lineComment, line, heads });
  };
  for (let first = file.firstLine; first < end; first += 1) {
    if (hidden[first] === 0) continue;
    let last = first;
    while (last + 1 < end && hidden[last + 1] === 1) last += 1;
    let begin = first;
    let named: string[] = [];
    let closed = first;
    for (const { unit, text } of headsIn(outline, first, last)) {
      const boundary = Math.min(closed, outline.units[unit]!.first);
      if (named.length >= mostHeads && boundary > begin) {
        add(begin, boundary - 1, named);
        [begin, named] = [boundary, []];
      }
      if (text !== '') named.push(text);
      closed = outline.units[unit]!.last + 1;
    }
    add(begin, last, named);
    first = last;
  }
  return gaps;
}

/** What lies whole in a range of lines and has a name, from the top: heads stand in the order of their lines. */
function* headsIn({ heads, units }: PayloadOutline, first: number, last: number): Generator<PayloadHead> {
  let low = 0;
  for (let high = heads.length; low < high;) {
    const middle = (low + high) >> 1;
    if (units[heads[middle]!.unit]!.first < first) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < heads.length && units[heads[index]!.unit]!.first <= last; index += 1) {
    if (units[heads[index]!.unit]!.last <= last) yield heads[index]!;
  }
}

/** A gap that lies inside one comment or string is told of as text; all others begin and end between statements. */
function placeOf({ units, texts }: PayloadOutline, first: number, last: number): Pick<Gap, 'place'> {
  const [begin = 0, end = 0] = [texts[first], texts[last]];
  return { place: (begin === end ? units[begin - 1]?.place : undefined) ?? 'code' };
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
