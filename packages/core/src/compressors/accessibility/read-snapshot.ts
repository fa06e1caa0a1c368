import { lineUnits, unitHead, type TextUnits } from '../../relevance/selection/text-units.ts';

/** A snapshot of a page's accessibility tree as a tree of lines. */
export interface Snapshot {
  readonly units: TextUnits;
  /** For each line the node that it stands in, or -1. */
  readonly parents: Int32Array;
  readonly depths: Int32Array;
  /** What sort of thing a line is; `text` for a line that begins no node. */
  readonly sorts: readonly NodeSort[];
  readonly roles: readonly string[];
}

/** `control` can be acted on, `heading` structures the page, `content` says something, `frame` only holds others. */
export type NodeSort = 'control' | 'heading' | 'content' | 'frame' | 'property' | 'text';

const headCharacters = 300;
const node = /^\s*(?:- |\*)?'?(?:uid=\S{1,40} )?(?:\*?\[\d{1,7}\])?\s?<?([A-Za-z]{1,24})\b/;
const property = /^\s*- \/\w{1,20}:/;
const controls = new Set(
  (
    'button link textbox searchbox combobox listbox option checkbox radio switch slider spinbutton menuitem menuitemcheckbox menuitemradio tab treeitem ' +
    'input select textarea a alert dialog alertdialog'
  ).split(' '),
);
const headings = new Set(
  'heading banner navigation main region form search columnheader rowheader h1 h2 h3 h4 h5 h6 RootWebArea WebArea document tablist table'.split(
    ' ',
  ),
);
const frames = new Set(
  'generic group list listitem presentation none separator img image row rowgroup figure div span ul li section iframe InlineTextBox LineBreak'.split(
    ' ',
  ),
);

/** Reads a snapshot line by line; indentation says what stands in what. Linear; references are part of their lines and never read apart. */
export function readSnapshot(text: string): Snapshot {
  const units = lineUnits(text);
  const parents = new Int32Array(units.count).fill(-1);
  const depths = new Int32Array(units.count);
  const sorts: NodeSort[] = [];
  const roles: string[] = [];
  const open: { unit: number; indent: number }[] = [];
  for (let unit = 0; unit < units.count; unit += 1) {
    const head = unitHead(units, unit, headCharacters);
    const role = property.test(head) ? '' : (node.exec(head)?.[1] ?? '');
    roles.push(role);
    sorts.push(sortOf(head, role));
    if (head.trim() === '') continue;
    const indent = head.length - head.trimStart().length;
    while (open.length > 0 && open.at(-1)!.indent >= indent) open.pop();
    parents[unit] = open.at(-1)?.unit ?? -1;
    depths[unit] = open.length;
    open.push({ unit, indent });
  }
  return { units, parents, depths, sorts, roles };
}

function sortOf(head: string, role: string): NodeSort {
  if (property.test(head)) return 'property';
  if (role === '') return 'text';
  const name = role.startsWith('h') ? role : role.toLowerCase();
  if (controls.has(name)) return 'control';
  if (headings.has(role) || headings.has(name)) return 'heading';
  if (!frames.has(role) && !frames.has(name)) return 'content';
  // A frame that says something itself is content: `generic [ref=e9]: Total 12`, `row "Total 12"`.
  return /: \S|"[^"]{2}/.test(head) ? 'content' : 'frame';
}
