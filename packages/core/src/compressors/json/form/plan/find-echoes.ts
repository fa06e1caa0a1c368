import { tellsAbsence } from '../../spell/spell-string.ts';
import { echoSource, tellByLines, type Echo, type EchoView } from './echo-lines.ts';
import { canFence } from '../write/scalars.ts';
import type { Column } from './record-type.ts';

/** Texts of one record that may repeat lines of one another: long ones of several lines. Bounded: the first few such columns. */
const MAXIMUM_COLUMNS = 8;
const MINIMUM_LENGTH = 120;
const SAMPLES = 12;

/**
 * Finds columns whose texts repeat lines of another text of the same record (the same body as HTML, as plain text and as Markdown; output with and without
 * its errors): those lines are told by reference. The source stands before its echo, in the columns and in the row.
 */
export function findEchoes(columns: readonly Column[]): void {
  const long = columns.filter(isLong).slice(0, MAXIMUM_COLUMNS);
  for (let index = 1; index < long.length; index++) {
    const column = long[index] as Column;
    let best: { source: Column; saved: number } | undefined;
    for (const source of long.slice(0, index)) {
      const saved = savedInSamples(column, source);
      if (saved > (best?.saved ?? 0)) best = { source, saved };
    }
    if (best === undefined) continue;
    const texts = new Map<number, Echo>();
    for (let row = 0; row < column.values.length; row++) {
      const echo = echoOf(column, best.source, row);
      if (echo !== undefined) texts.set(row, echo);
    }
    if (texts.size > 0) column.echo = { source: best.source, texts };
  }
}

const isLong = (column: Column): boolean =>
  column.mode.kind === 'field' &&
  column.annotation === undefined &&
  column.values.some((value) => typeof value === 'string' && value.length >= MINIMUM_LENGTH && value.includes('\n'));

function savedInSamples(column: Column, source: Column): number {
  let saved = 0;
  let samples = 0;
  for (let row = 0; row < column.values.length && samples < SAMPLES; row++) {
    const value = column.values[row];
    if (typeof value !== 'string' || value.length < MINIMUM_LENGTH) continue;
    samples++;
    saved += echoOf(column, source, row)?.saved ?? 0;
  }
  return saved;
}

const VIEWS: readonly EchoView[] = ['plain', 'untagged'];

/** Only rows that state both texts: a usual value is not in view. */
function echoOf(column: Column, source: Column, row: number): Echo | undefined {
  const [text, from] = [column.values[row], source.values[row]];
  if (typeof text !== 'string' || typeof from !== 'string' || text.length < MINIMUM_LENGTH) return undefined;
  if (column.identities[row] === column.usual || source.identities[row] === source.usual || !canFence(text) || tellsAbsence(text))
    return undefined;
  let best: Echo | undefined;
  for (const view of VIEWS) {
    if (view === 'untagged' && !from.includes('<')) continue;
    const echo = tellByLines(text, echoSource(from, view), view);
    if (echo !== undefined && echo.saved > (best?.saved ?? 0)) best = echo;
  }
  return best;
}
