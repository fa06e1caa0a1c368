import { stretchNumbers } from '../../text/stretch-numbers.ts';
import { isFunctionRow } from './function-rows.ts';
import { rowKind, type SearchResults } from './search-results.ts';

/** Rows of one file that show the same text as an earlier one. */
export interface EchoRows {
  /** The row that a row echoes, -1 for none. */
  readonly leadOf: Int32Array;
  /** The rows that echo a row, in order. */
  readonly echoesOf: ReadonlyMap<number, readonly number[]>;
}

/** Shorter texts cost less than a statement about them. */
const leastCharacters = 16;
/** So many places are told in one statement at most; further rows stand for themselves. */
const mostEchoes = 60;

/**
 * Finds matches that show exactly the text of an earlier match in the same file: their line numbers can be told behind it, since nothing else about them is new. Linear.
 */
export function findEchoes(results: SearchResults): EchoRows {
  const { codes, count, kinds, fileOf, bodies, ends, layout } = results;
  const leadOf = new Int32Array(count).fill(-1);
  const echoesOf = new Map<number, number[]>();
  if (layout === 'counts' || layout === 'unnumbered') return { leadOf, echoesOf };
  const numbers = stretchNumbers(codes);
  /** The last row that stands for others, by the number of its text; those before `since` stand in another file or function. */
  const leads = new Int32Array(count).fill(-1);
  let since = 0;
  let file = -1;
  for (let row = 0; row < count; row += 1) {
    // The same text in another function is no echo: its place is what it says.
    if (isFunctionRow(results, row)) since = row;
    if (kinds[row] !== rowKind.match || ends[row]! - bodies[row]! < leastCharacters) continue;
    if (fileOf[row] !== file) since = row;
    file = fileOf[row]!;
    const number = numbers.of(bodies[row]!, ends[row]!);
    const lead = leads[number]!;
    const echoes = lead < since ? undefined : echoesOf.get(lead);
    if (lead < since || (echoes?.length ?? 0) >= mostEchoes) {
      leads[number] = row;
      continue;
    }
    leadOf[row] = lead;
    if (echoes === undefined) echoesOf.set(lead, [row]);
    else echoes.push(row);
  }
  return { leadOf, echoesOf };
}

/** States where else a row's text stands: `[the same on lines 43 105 154]`. */
export function tellEchoes({ text, numbers, bodies }: SearchResults, echoes: readonly number[]): string {
  const lines = echoes.map((row) => text.slice(numbers[row], bodies[row]! - 1));
  return `[the same on ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(' ')}]`;
}
