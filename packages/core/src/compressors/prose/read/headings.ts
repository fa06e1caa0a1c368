import { headingLevel, isTitleLike, underlineSign } from './line-marks.ts';
import type { TextLine } from './text-lines.ts';

/** A heading that was found, and how many lines it takes. */
export interface FoundHeading {
  /** 1 for the highest. */
  readonly level: number;
  readonly lines: number;
}

/** Levels below those that marks can say. */
const titleLevel = 40;
const underlinedLevel = 8;
const stepLevel = 44;
/** The record of an agent as its framework prints it: `Thought 2: …`, `Action 2: …`, `Invoking: …`, `responded: …`. */
const stepLine = /^(?:(?:Thought|Action|Action Input|Step|Tool|Tool call)(?: \d{1,4})?|Invoking|responded):/;
const callLine = /^(?:Action(?: \d{1,4})?|Tool call|Tool|Invoking):/;
const mostStepLines = 6;
/** A title is at most so long, and what it heads this many times longer or so long at least. */
const headsTimes = 2;
const headsCharacters = 100;
const longestAlone = 60;

/** `4.2. Procedure`, `A.1 Scope`, `Chapter 7: …`: the number of a section and its title. */
const numbered =
  /^[ \t]{0,3}(?:((?:\d{1,3}|[A-Z])(?:\.\d{1,3})+|\d{1,3})\.?|(?:chapter|section|part|article|appendix) (?:\d{1,3}|[A-Z]|[IVXL]{1,6})[.:]?)[ \t]+(\S.*)$/i;
const numberedLevel = 24;
const longestNumbered = 160;
const mostNumberedLines = 3;

/** Finds headings by their marks, or by how a line stands above its text. */
export interface HeadingFinder {
  /** The heading that begins at a line of a paragraph, if any. */
  find(lines: readonly TextLine[], at: number): FoundHeading | undefined;
}

/** Makes a finder for one text: in reStructuredText the order in which signs appear is the order of levels. */
export function headingFinder(): HeadingFinder {
  const signs: string[] = [];
  const levelOf = (sign: string): number => {
    if (!signs.includes(sign)) signs.push(sign);
    return underlinedLevel + signs.indexOf(sign);
  };
  return {
    find(lines, at) {
      const [first, second, third] = [lines[at], lines[at + 1], lines[at + 2]];
      if (first === undefined) return undefined;
      const level = headingLevel(first.text);
      if (level > 0) return { level, lines: 1 };
      const over = underlineSign(first.text);
      if (over !== '' && second !== undefined && third !== undefined && underlineSign(third.text) === over)
        return { level: levelOf(`${over}${over}`), lines: 3 };
      if (second !== undefined && underlines(second.text, first.text)) return { level: levelOf(underlineSign(second.text)), lines: 2 };
      const steps = at === 0 ? stepLines(lines) : 0;
      if (steps > 0) return { level: stepLevel, lines: steps };
      const depth = at === 0 ? numberedDepth(lines) : 0;
      if (depth > 0) return { level: numberedLevel + depth, lines: lines.length };
      return isTitle(first, second) ? { level: titleLevel, lines: 1 } : undefined;
    },
  };
}

/** How many lines at the top of a paragraph say which step of an agent begins: what it thought, and which tool it called. What the call brought stands below them. */
function stepLines(lines: readonly TextLine[]): number {
  if (!isStepSign(lines[0]!.text.charCodeAt(0))) return 0;
  let said = 0;
  while (said < Math.min(lines.length, mostStepLines) && stepLine.test(lines[said]!.text)) said += 1;
  return lines.slice(0, said).some(({ text }) => callLine.test(text)) ? said : 0;
}

/** Whether the first letter is one of those that {@link stepLine} begins with: T, A, S, I, r. */
function isStepSign(code: number): boolean {
  return code === 0x54 || code === 0x41 || code === 0x53 || code === 0x49 || code === 0x72;
}

/** Whether a line begins with a digit, with a letter and a dot, or with the first letter of what sections are called (chapter, section, part, article, appendix). */
function mayBeNumbered({ text, opens, opensAt, start }: TextLine): boolean {
  if (opens >= 0x30 && opens <= 0x39) return true;
  const small = opens | 0x20;
  return small === 0x63 || small === 0x73 || small === 0x70 || small === 0x61 || text.charCodeAt(opensAt - start + 1) === 0x2e;
}

/** How deep the section is that a paragraph is the numbered title of; 0 for any other. A number alone may be that of an item: its title is short and is no sentence. */
function numberedDepth(lines: readonly TextLine[]): number {
  const first = lines[0]!;
  if (lines.length > mostNumberedLines || lines.at(-1)!.end - first.start > longestNumbered) return 0;
  if (!mayBeNumbered(first)) return 0;
  const [, number, title] = numbered.exec(first.text) ?? [];
  if (title === undefined) return 0;
  const depth = number === undefined ? 1 : number.split('.').length;
  if (depth > 1 || number === undefined) return /[.,;:]$/.test(lines.at(-1)!.text) ? 0 : depth;
  return lines.length === 1 && isTitleLike(title) && title.length <= longestAlone ? depth : 0;
}

function underlines(line: string, title: string): boolean {
  return underlineSign(line) !== '' && line.length >= Math.min(title.length, 4) - 1 && title.length <= 120 && underlineSign(title) === '';
}

/** Whether a line is the title of the line below it, or stands alone like one. */
export function isTitle(line: TextLine, next: TextLine | undefined): boolean {
  if (!isTitleLike(line.text)) return false;
  if (next === undefined) return line.text.length <= longestAlone;
  return next.text.length >= headsCharacters && next.text.length >= headsTimes * line.text.length;
}
