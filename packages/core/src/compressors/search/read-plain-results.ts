import { isPlacedBlocks } from '../../detect/placed-blocks.ts';
import { readBlocks } from './block-results.ts';
import type { PlainResults } from './plain-results.ts';
import { readRecords } from './record-results.ts';
import { isRipgrepEvents, readEvents } from './ripgrep-events.ts';

/**
 * Reads results of any form: events of `rg --json`, records of JSON with a snippet each, fenced blocks under their places, or rows, which are taken as they are.
 *
 * @returns undefined where the text is none of those that its kind promises
 */
export function readPlainResults(text: string, kind: string): PlainResults | undefined {
  if (kind === 'json') return readRecords(text);
  if (isRipgrepEvents(text)) return readEvents(text);
  if (isPlacedBlocks(text)) return readBlocks(text);
  return { text, retold: 0, unit: '', statement: '', place: (first, last) => `rows ${first + 1}-${last + 1}` };
}
