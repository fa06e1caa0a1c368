import { lineUnits } from '../../relevance/selection/text-units.ts';
import { charCodes } from '../../text/char-codes.ts';
import { isTitle, unitKind, type ConfigOutline } from './config-outline.ts';
import { readLine, type ConfigLine } from './read-line.ts';

/** Sections and entries that are open, the outermost first. */
interface Open {
  readonly units: number[];
  readonly depths: number[];
  /** The entry that says what the record is, once it was seen; -1 before. */
  readonly titles: number[];
}

/** Above all sections. */
const rootDepth = -2;

/**
 * Reads YAML, TOML, INI, properties and their like, line by line: sections and indentation say what belongs to what. Linear; nothing has to parse.
 */
export function readConfigLines(text: string, codes: Uint16Array = charCodes(text)): ConfigOutline {
  const units = lineUnits(text);
  const { count, starts, ends } = units;
  const parents = new Int32Array(count).fill(-1);
  const depths = new Int32Array(count);
  const kinds = new Uint8Array(count);
  const items = new Uint8Array(count);
  const nameStarts = new Int32Array(count);
  const nameEnds = new Int32Array(count);
  const open: Open = { units: [-1], depths: [rootDepth], titles: [-1] };
  const read: ConfigLine = { kind: 0, isSection: false, isItem: false, isBreak: false, indent: 0, nameStart: 0, nameEnd: 0 };
  const place = { text, codes };
  for (let line = 0; line < count; line += 1) {
    readLine(place, starts[line]!, ends[line]!, read);
    const { kind, isItem, indent } = read;
    kinds[line] = kind;
    if (kind === unitKind.blank) continue;
    if (read.isBreak) {
      closeAll(open);
      continue;
    }
    nameStarts[line] = read.nameStart;
    nameEnds[line] = read.nameEnd;
    if (read.isSection) {
      closeAll(open);
      push(open, line, -1);
      continue;
    }
    items[line] = isItem ? 1 : 0;
    let top = open.units.length - 1;
    // A list may stand as deep as the key that it belongs to.
    while (top > 0 && (open.depths[top]! > indent || (open.depths[top] === indent && !(isItem && items[open.units[top]!] === 0)))) top -= 1;
    closeTo(open, top + 1);
    const title = open.titles[top]!;
    parents[line] = title >= 0 ? title : open.units[top]!;
    depths[line] = top;
    if (kind !== unitKind.entry && kind !== unitKind.text) continue;
    if (title < 0 && !isItem && isTitle(text, read.nameStart, read.nameEnd)) open.titles[top] = line;
    push(open, line, isItem && open.depths[top] === indent ? indent + 1 : indent);
  }
  return {
    units,
    codes,
    parents,
    depths,
    kinds,
    tables: [],
    commentSign: '# ',
    nameStarts,
    nameEnds,
  };
}

/** Begins anew. */
function closeAll(open: Open): void {
  closeTo(open, 1);
  open.titles[0] = -1;
}

function closeTo({ units, depths, titles }: Open, left: number): void {
  units.length = left;
  depths.length = left;
  titles.length = left;
}

function push({ units, depths, titles }: Open, unit: number, depth: number): void {
  units.push(unit);
  depths.push(depth);
  titles.push(-1);
}
