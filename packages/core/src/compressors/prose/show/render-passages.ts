import { frame, type Passages } from '../read/passages.ts';

/** A text with some of its passages left out. */
export interface RenderedPassages {
  readonly text: string;
  /** 1 for each passage that stands in the text. */
  readonly shown: Uint8Array;
  /** Lines that are left out whole, blank ones between them included. */
  readonly lines: number;
  /** Sentences left out of lines that are shown in part. */
  readonly sentences: number;
}

/** Spells a run of passages, `text[start..end)`, as it is shown. */
export type SpellRange = (start: number, end: number) => string;

/** A gap that is shorter than what would tell of it is shown. */
const smallestGap = 32;

/** Writes the kept passages as they stand in the text, each gap stated in its place: lines by a line of its own, sentences inside their line. */
export function renderPassages(passages: Passages, kept: Uint8Array, spell?: SpellRange): RenderedPassages {
  const { text, count, starts, ends } = passages;
  const write = spell ?? ((start, end) => text.slice(start, end));
  const shown = withSmallGaps(passages, withClosings(passages, kept));
  const out: string[] = [];
  let lines = 0;
  let sentences = 0;
  for (let passage = 0; passage < count;) {
    const from = passage;
    while (passage < count && shown[passage] === shown[from]) passage += 1;
    if (shown[from] === 1) out.push(write(starts[from]!, ends[passage - 1]!));
    else {
      const gap = tellGap(passages, from, passage);
      out.push(gap.text);
      lines += gap.lines;
      sentences += gap.sentences;
    }
  }
  return { text: out.join(''), shown, lines, sentences };
}

/** What stands for the passages from `from` to before `to`, with the breaks around it. */
function tellGap(
  { text, count, starts, ends, firstLines, lastLines }: Passages,
  from: number,
  to: number,
): Pick<RenderedPassages, 'text' | 'lines' | 'sentences'> {
  const behind = from > 0 && firstLines[from] === lastLines[from - 1];
  const before = to < count && lastLines[to - 1] === firstLines[to];
  const first = from === 0 ? 1 : lastLines[from - 1]! + 1;
  const last = to === count ? lastLines[count - 1]! : firstLines[to]! - 1;
  if (behind && before && firstLines[from] === lastLines[to - 1])
    return { text: ` ${tellSentences(to - from)} `, lines: 0, sentences: to - from };
  const head = behind ? countWhile(from, to, 1, (passage) => firstLines[passage] === firstLines[from]) : 0;
  const tail = before ? countWhile(to - 1, from - 1, -1, (passage) => lastLines[passage] === lastLines[to - 1]) : 0;
  const whole = to - from - head - tail > 0;
  const parts: string[] = [];
  if (head > 0) parts.push(` ${tellSentences(head)}`);
  if (whole) parts.push(`${from === 0 ? '' : '\n'}${tellLines(first, last)}`);
  else if (from > 0) parts.push(breaksOnly(text.slice(ends[from - 1 + head], starts[to - tail] ?? text.length)).replace(/\n$/, ''));
  // Empty lines before everything stay: what is shown stands on its own line.
  else parts.push(breaksOnly(text.slice(0, text.length - text.trimStart().length)));
  if (tail > 0) parts.push(`${whole || from > 0 ? '\n' : ''}${tellSentences(tail)} `);
  else if (to < count) parts.push('\n');
  return { text: parts.join(''), lines: whole ? last - first + 1 : 0, sentences: head + tail };
}

function countWhile(from: number, to: number, step: number, holds: (passage: number) => boolean): number {
  let found = 0;
  for (let passage = from; passage !== to && holds(passage); passage += step) found += 1;
  return found;
}

function tellLines(first: number, last: number): string {
  return first === last ? `[line ${first} offloaded]` : `[lines ${first}-${last} offloaded]`;
}

function tellSentences(count: number): string {
  return count === 1 ? '[1 sentence offloaded]' : `[${count} sentences offloaded]`;
}

function breaksOnly(between: string): string {
  return between.replace(/[^\n]/g, '');
}

/** A fence that is opened is closed: what follows would be read as code. */
function withClosings({ count, roles, parents }: Passages, kept: Uint8Array): Uint8Array {
  const closed = kept.slice();
  for (let passage = 0; passage < count; passage += 1) {
    const opening = parents[passage]!;
    if (opening >= 0 && roles[passage] === frame && roles[opening] === frame && kept[opening] === 1) closed[passage] = 1;
  }
  return closed;
}

function withSmallGaps({ count, starts, ends }: Passages, kept: Uint8Array): Uint8Array {
  const shown = kept.slice();
  for (let passage = 0; passage < count;) {
    const from = passage;
    while (passage < count && kept[passage] === 0) passage += 1;
    if (passage > from && ends[passage - 1]! - starts[from]! <= smallestGap) shown.fill(1, from, passage);
    if (passage === from) passage += 1;
  }
  return shown;
}
