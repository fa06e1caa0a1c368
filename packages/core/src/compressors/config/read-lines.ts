import { lineUnits, unitHead, type TextUnits } from '../../relevance/selection/text-units.ts';
import { titleName, unitKind, type ConfigOutline } from './config-outline.ts';

const headCharacters = 200;
const section = /^\s{0,40}\[{1,2}[^\]=]{1,120}\]{1,2}\s*(?:[#;].{0,80})?$/;
const comment = /^\s*(?:#|;|\/\/|!)/;
const closing = /^\s*[\]})]+[,;]?\s*$/;
const entry = /^\s*(?:- )*(?:export )?["']?([\w$@./*:<-][\w$@./*:<> -]{0,100}?)["']?\s{0,20}(?:[:=]|\+=)(?:\s|$|\S)/;
const item = /^\s*- /;

interface Open {
  readonly unit: number;
  readonly depth: number;
  /** The entry that says what the record is, once it was seen; -1 before. */
  title: number;
}

/**
 * Reads YAML, TOML, INI, properties and their like, line by line: sections and indentation say what belongs to what. Linear; nothing has to parse.
 */
export function readConfigLines(text: string): ConfigOutline {
  const units = lineUnits(text);
  const { count } = units;
  const parents = new Int32Array(count).fill(-1);
  const depths = new Int32Array(count);
  const kinds = new Uint8Array(count);
  const names: string[] = new Array<string>(count).fill('');
  let open: Open[] = [{ unit: -1, depth: -2, title: -1 }];
  for (let line = 0; line < count; line += 1) {
    const head = unitHead(units, line, headCharacters);
    const read = readLine(head);
    kinds[line] = read.kind;
    if (read.kind === unitKind.blank) continue;
    if (/^(?:---|\.\.\.)\s*$/.test(head)) {
      open = [{ unit: -1, depth: -2, title: -1 }];
      continue;
    }
    if (read.isSection) {
      open = [
        { unit: -1, depth: -2, title: -1 },
        { unit: line, depth: -1, title: -1 },
      ];
      names[line] = head.trim();
      continue;
    }
    names[line] = read.name.trim();
    const depth = indentOf(head);
    // A list may stand as deep as the key that it belongs to.
    const isItem = item.test(head);
    while (
      open.length > 1 &&
      (open.at(-1)!.depth > depth || (open.at(-1)!.depth === depth && !(isItem && !itemAt(units, open.at(-1)!.unit))))
    )
      open.pop();
    const above = open.at(-1)!;
    parents[line] = above.title >= 0 ? above.title : above.unit;
    depths[line] = open.length - 1;
    if (kinds[line] !== unitKind.entry && kinds[line] !== unitKind.text) continue;
    if (above.title < 0 && titleName.test(names[line]!) && !isItem) above.title = line;
    open.push({ unit: line, depth: isItem && above.depth === depth ? depth + 1 : depth, title: -1 });
  }
  return { units, parents, depths, kinds, tables: [], commentSign: '# ', name: (unit) => names[unit]! };
}

interface ConfigLine {
  readonly kind: number;
  /** The key of an entry. */
  readonly name: string;
  readonly isSection: boolean;
}

const blankLine: ConfigLine = { kind: unitKind.blank, name: '', isSection: false };

function readLine(head: string): ConfigLine {
  if (head.trim() === '') return blankLine;
  const isSection = head.includes('[') && section.test(head);
  if (comment.test(head)) return { kind: unitKind.comment, name: '', isSection };
  if (closing.test(head)) return { kind: unitKind.closing, name: '', isSection };
  const name = entry.exec(head)?.[1];
  return { kind: name !== undefined || isSection ? unitKind.entry : unitKind.text, name: name ?? '', isSection };
}

function itemAt(units: TextUnits, unit: number): boolean {
  return unit >= 0 && item.test(unitHead(units, unit, headCharacters));
}

function indentOf(head: string): number {
  let at = 0;
  while (head[at] === ' ' || head[at] === '\t') at += 1;
  return at;
}
