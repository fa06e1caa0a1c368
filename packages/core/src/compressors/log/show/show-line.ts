import { cutAfter, cutBefore } from '../../../text/cut.ts';
import { createUnitView, type UnitView } from '../../../relevance/selection/show-unit.ts';
import { shownText, type LogLines } from '../lines/log-lines.ts';

const headShare = 0.7;
const tailShare = 0.2;

/** A line as it is shown: whole, or its beginning and end around a statement of how many characters are missing. */
export interface ShownLine {
  readonly text: string;
  readonly missing: number;
}

/** How long lines are shown. */
export interface LineView {
  /** Characters of a line that are shown about. */
  readonly longest: number;
  /** Finds what a question asks for in a line that is cut; undefined where nothing is asked. */
  readonly asked: UnitView | undefined;
  /** Lines that were cut before: a log is rendered several times until it fits. */
  readonly cut: Map<number, ShownLine>;
}

/** How lines are shown beside a question, which may be empty. */
export function createLineView(longest: number, question: string): LineView {
  return { longest, asked: question.trim() === '' ? undefined : createUnitView(longest, question), cut: new Map() };
}

/** Shows a line; one of more than `longest` characters (a dumped document, minified code) is cut in its middle, but for what is asked for there. */
export function showLine(lines: LogLines, line: number, view: LineView): ShownLine {
  const text = shownText(lines, line);
  if (text.length <= view.longest) return { text, missing: 0 };
  const cut = view.cut.get(line) ?? cutLine(text, line, view);
  view.cut.set(line, cut);
  return cut;
}

function cutLine(text: string, line: number, { longest, asked }: LineView): ShownLine {
  if (asked !== undefined) return asked.cut(text, `of line ${line + 1}`);
  const { length } = text;
  const head = cutBefore(text, longest * headShare);
  const tail = cutAfter(text, length - longest * tailShare);
  return {
    text: `${text.slice(0, head)} […${tail - head} characters of line ${line + 1} offloaded…] ${text.slice(tail)}`,
    missing: tail - head,
  };
}
