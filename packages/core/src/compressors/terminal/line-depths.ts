import type { TextUnits } from '../../relevance/selection/text-units.ts';

/** How deep a line stands in a tree or an indented listing, and how it was told. */
export interface LineDepths {
  /** Columns before the first sign of the line's own text; -1 for a line without any. */
  readonly depths: Int32Array;
  /** `tree` where lines draw branches, `indented` where many lines stand under others, else `flat`. */
  readonly layout: 'tree' | 'indented' | 'flat';
}

const branches = '│├└─┬┼┤╰╭┃┣┗━';
/** Signs of ASCII that a drawn branch begins with: most lines begin with none of them. */
const asciiBranches = [0x7c, 0x60, 0x2b, 0x5c];
const treeShare = 0.5;
const indentedShare = 0.3;

/** Measures the depth of all lines in one pass. */
export function readDepths({ text, count, starts, ends }: TextUnits): LineDepths {
  const depths = new Int32Array(count).fill(-1);
  let drawn = 0;
  let indented = 0;
  let filled = 0;
  for (let line = 0; line < count; line += 1) {
    const start = starts[line]!;
    const end = ends[line]!;
    let at = start;
    while (at < end && isBlank(text.charCodeAt(at))) at += 1;
    if (at === end) continue;
    filled += 1;
    const own = drawnDepth(text, at, end);
    if (own > at) drawn += 1;
    else if (at > start) indented += 1;
    // Branches with nothing on them only lead past.
    if (own < end) depths[line] = own - start;
  }
  const layout =
    drawn >= filled * treeShare ? 'tree' : indented >= filled * indentedShare && indented < filled * 0.97 ? 'indented' : 'flat';
  return { depths, layout };
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;

/** Where the text behind the drawn branches begins; `at` where none are drawn. */
function drawnDepth(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80 && !asciiBranches.includes(code)) return at;
  let next = at;
  let drew = false;
  while (next < end && next < at + 400) {
    const sign = text[next]!;
    if (branches.includes(sign)) drew = true;
    else if (isAsciiBranch(text, next)) {
      drew = true;
      next += 1;
    } else if (!(drew && (sign === ' ' || sign === '\u00a0'))) break;
    next += 1;
  }
  return drew ? next : at;
}

/** `|-`, `` `- ``, `+-`, `\_` and `| `. */
function isAsciiBranch(text: string, at: number): boolean {
  const sign = text[at];
  const next = text[at + 1];
  if (sign === '|') return next === '-' || next === ' ' || next === undefined || next === '\n' || next === '\r';
  if (sign === '`' || sign === '+') return next === '-';
  return sign === '\\' && next === '_';
}
