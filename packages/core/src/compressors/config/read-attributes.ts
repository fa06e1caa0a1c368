import type { CellTable } from '../../relevance/columns/cell-table.ts';
import type { TextUnits } from '../../relevance/selection/text-units.ts';
import { stretchNumbers } from '../../text/stretch-numbers.ts';
import { tagSort, type Tags } from './scan-tags.ts';

/** A table of attributes needs so many elements of one name. */
const fewestElements = 4;
const mostElementNames = 60;
const mostAttributes = 24;
/** Of a tag only so much is read, of a name and a value no more than this. */
const longestTag = 4000;
const longestName = 60;
const longestValue = 200;
/** ` a=""` */
const shortestAttribute = 5;

/** Elements of one name: the units that they begin in, and their tags. */
interface Elements {
  readonly rows: number[];
  readonly tags: number[];
}

/** The attributes of elements of one name as columns; of several elements in one unit the first counts. Linear. */
export function attributeTables(units: TextUnits, codes: Uint16Array, tags: Tags): readonly CellTable[] {
  const { count, starts, ends, sorts, nameStarts, nameEnds } = tags;
  const numbers = stretchNumbers(codes);
  const elements: Elements[] = [];
  let unit = 0;
  for (let tag = 0; tag < count; tag += 1) {
    const start = starts[tag]!;
    while (unit + 1 < units.count && units.starts[unit + 1]! <= start) unit += 1;
    if ((sorts[tag] !== tagSort.open && sorts[tag] !== tagSort.empty) || ends[tag]! < nameEnds[tag]! + shortestAttribute) continue;
    const number = numbers.of(nameStarts[tag]!, nameEnds[tag]!);
    if (number >= mostElementNames) continue;
    const named = (elements[number] ??= { rows: [], tags: [] });
    if (named.rows.at(-1) === unit) continue;
    named.rows.push(unit);
    named.tags.push(tag);
  }
  const source = { text: units.text, codes };
  return elements
    .filter(({ rows }) => rows.length >= fewestElements)
    .map(({ rows, tags: own }) => ({ rows, columns: columnsOf(source, tags, own) }));
}

interface Source {
  readonly text: string;
  readonly codes: Uint16Array;
}

const isNameSign = Uint8Array.from({ length: 0x80 }, (_, code) => (/[\w:.-]/.test(String.fromCharCode(code)) ? 1 : 0));

const quote = 0x22;
const apostrophe = 0x27;
const equals = 0x3d;

function columnsOf({ text, codes }: Source, { nameEnds, starts, ends }: Tags, tags: readonly number[]): CellTable['columns'] {
  const columns: { readonly name: string; readonly cells: string[] }[] = [];
  tags.forEach((tag, row) => {
    // Attributes mostly stand in the order in which they stood before.
    let expected = 0;
    const end = Math.min(ends[tag]!, starts[tag]! + longestTag);
    for (let at = nameEnds[tag]!; at < end; at += 1) {
      const sign = codes[at + 1];
      if (codes[at] !== equals || (sign !== quote && sign !== apostrophe)) continue;
      const value = at + 2;
      let close = value;
      while (close < end && codes[close] !== sign) close += 1;
      const name = startOfName(codes, at);
      at = close;
      if (name === value - 2 || close === end || close - value > longestValue) continue;
      const spelled = text.slice(name, value - 2);
      let column = columns[expected]?.name === spelled ? expected : columns.findIndex((known) => known.name === spelled);
      if (column < 0) {
        if (columns.length >= mostAttributes) continue;
        column = columns.push({ name: spelled, cells: new Array<string>(tags.length).fill('') }) - 1;
      }
      columns[column]!.cells[row] = text.slice(value, close);
      expected = column + 1;
    }
  });
  return columns;
}

function startOfName(codes: Uint16Array, end: number): number {
  let at = end;
  while (at > 0 && end - at < longestName && codes[at - 1]! < 0x80 && isNameSign[codes[at - 1]!] === 1) at -= 1;
  return at;
}
