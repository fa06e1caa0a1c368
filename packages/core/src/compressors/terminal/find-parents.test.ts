import { describe, expect, it } from 'vitest';
import { findBlocks } from './find-headers.ts';
import { findParents } from './find-parents.ts';
import { readDepths } from './line-depths.ts';
import { readListing } from './listing.ts';

function outline(lines: readonly string[]) {
  const listing = readListing(lines.join('\n'));
  return findParents(listing, findBlocks(listing), readDepths(listing.units));
}

const record = (index: number): readonly string[] => [
  `${index}000-${index}fff r--p /lib/part${index}`,
  `Size:   ${index} kB`,
  `Rss:    ${index} kB`,
  `Flags:  rd`,
];
const records = [1, 2, 3, 4].flatMap(record);

describe('records', () => {
  it('begin with the only line that has no label', () => {
    const { heads, parents } = outline(records);
    expect([...heads]).toEqual(records.map((_, line) => (line % 4 === 0 ? 1 : 0)));
    expect([...parents]).toEqual(records.map((_, line) => (line % 4 === 0 ? -1 : line - (line % 4))));
  });

  it('have no such head where other labels follow it, or where most lines have none', () => {
    const mixed = records.map((line, index) => (index === 5 ? 'Rss:    9 kB' : line));
    expect(outline(mixed).heads).not.toContain(1);
    expect(outline(records.flatMap((line) => [line, 'words alone', 'and more of them'])).heads).not.toContain(1);
  });
});
