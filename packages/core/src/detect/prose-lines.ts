import { isDense } from './dense-line.ts';
import { markOf, type Line } from './line.ts';
import { anyPattern } from './line-pattern.ts';
import { countWords } from './natural-words.ts';

const wideScript = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\u0E00-\u0E7F]/g;
const isHeading = anyPattern(
  [/^#{1,6} \S/, { opens: '#', has: ' ', is: ['margin'] }],
  [/^(?:=|-|~|\^){4,}$/, { opens: '=~^-', closes: '=~^-', is: ['margin'] }],
  [/^\.\. \S/, { opens: '.', has: ' ', is: ['margin'] }],
);
const isBullet = anyPattern([/^\s*(?:[-*+•]|\d{1,3}[.)]) \S/, { opens: '*+0-9é-', has: ' ' }]);
const foreign = markOf('é');

/** Share of the characters of some lines that stand in lines of natural language, or of Markdown around it. */
export function proseShare(lines: readonly Line[], natural: ReadonlySet<Line>): number {
  let characters = 0;
  let found = 0;
  for (const line of lines) {
    characters += line.text.length + 1;
    if (natural.has(line)) found += line.text.length + 1;
  }
  return found / Math.max(1, characters);
}

/** The lines of natural language among some. */
export function naturalLines(lines: readonly Line[]): ReadonlySet<Line> {
  return new Set(lines.filter(isProseLine));
}

const hasMarkup = anyPattern(
  [/^#{2,6} [^\s#]/, { opens: '#', has: ' ', is: ['margin'] }],
  [/^ {0,3}(?:```|~~~)/, { opens: '`~' }],
  [/^(?:={4,}|-{4,}|~{4,})$/, { opens: '=~-', closes: '=~-', is: ['margin'] }],
  [/^\.\. [\w-]+::/, { opens: '.', has: ': ', is: ['margin'] }],
  [/^[-*] .{0,80}\]\(/, { opens: '*-', has: '](', is: ['margin'] }],
);

/** Whether the text is Markdown or reStructuredText by marks that no program has: a heading of the second order, a fence, a directive, a link. */
export function isMarkup(lines: readonly Line[]): boolean {
  return lines.some(hasMarkup);
}

const fewestWords = 3;

function isProseLine(line: Line): boolean {
  if (isHeading(line)) return true;
  const { text } = line;
  const isForeign = (line.marks & foreign) !== 0;
  const wide = isForeign ? (text.match(wideScript)?.length ?? 0) : 0;
  if (wide >= 4 && wide >= text.length * 0.2) return true;
  if (isDense(line)) return false;
  const { words, functional, pieces } = countWords(line);
  if (words < fewestWords || words < pieces * 0.5) return false;
  if (isForeign && /[\u0370-\u06FF]/.test(text)) return true;
  if (isBullet(line)) return functional >= 1 || words >= pieces * 0.7;
  return functional >= 2 ? functional >= pieces * 0.12 : functional === 1 && pieces <= 8 && words >= 4 && /[.!?:,…]$|^[^/()=]*$/.test(text);
}
