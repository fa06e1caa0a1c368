/** The different values of a column that has few of them. */
export interface Categories {
  /** In the order in which they come. */
  readonly values: readonly string[];
  /** How often each stands. */
  readonly times: Int32Array;
  /** Which of them stands in each row. */
  readonly ofRow: Int32Array;
}

const fewest = 12;
const share = 0.1;
const most = 256;

/** Finds the different values of cells; undefined where there are too many to be categories. Linear. */
export function readCategories(cells: readonly string[]): Categories | undefined {
  const limit = Math.min(most, Math.max(fewest, cells.length * share));
  const places = new Map<string, number>();
  const values: string[] = [];
  const times = new Int32Array(most + 1);
  const ofRow = new Int32Array(cells.length);
  let before: string | undefined;
  let place = -1;
  for (let row = 0; row < cells.length; row += 1) {
    const cell = cells[row]!;
    // Neighbours are often equal, and compared sooner than looked up.
    if (cell !== before) {
      const known = places.get(cell);
      if (known === undefined) {
        if (values.length >= limit) return undefined;
        place = values.length;
        places.set(cell, place);
        values.push(cell);
      } else place = known;
      before = cell;
    }
    times[place]! += 1;
    ofRow[row] = place;
  }
  return { values, times: times.subarray(0, values.length), ofRow };
}
