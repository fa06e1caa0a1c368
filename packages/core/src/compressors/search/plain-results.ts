import { isPlacedBlocks } from '../../detect/placed-blocks.ts';
import { readBlocks } from './block-results.ts';
import { readRecords } from './record-results.ts';
import { isRipgrepEvents, readEvents } from './ripgrep-events.ts';

/** Search results told in another form than rows, and the same as rows. */
export interface PlainResults {
  /** Rows `path:12:text` and `path-12-text`, and lines that are no results as they are. */
  readonly text: string;
  /** Events, records or blocks that are told as rows, or not at all. */
  readonly retold: number;
  /** The unit of what is left out of each of them, and how that is said; both empty where nothing is retold. */
  readonly unit: string;
  readonly statement: string;
  /** How a reader asks for the results that two rows were read from: lines of the original, or places in a document. */
  readonly place: (first: number, last: number) => string;
}

/**
 * Reads results of any form: events of `rg --json`, records of JSON with a snippet each, fenced blocks under their places, or rows, which are taken as they are.
 *
 * @returns undefined where the text is none of those that its kind promises
 */
export function plainResults(text: string, kind: string): PlainResults | undefined {
  if (kind === 'json') return readRecords(text);
  if (isRipgrepEvents(text)) return readEvents(text);
  if (isPlacedBlocks(text)) return readBlocks(text);
  return { text, retold: 0, unit: '', statement: '', place: (first, last) => `rows ${first + 1}-${last + 1}` };
}
