import type { CommandOptions } from '../command-line.ts';
import type { Streams } from '../output/streams.ts';
import { formatBytes, formatCount, formatDuration, formatTable } from '../output/table.ts';
import { openStore } from '../session.ts';
import { describeLocation } from '../store-location.ts';

/** Says where originals are stored, how many and how large. */
export async function stats(options: CommandOptions, streams: Streams): Promise<void> {
  const store = await openStore(options.store);
  try {
    const location = await describeLocation(options.store);
    const { entries, bytes } = await store.stats();
    const { durability, maximumBytes, ttlMs } = store.capabilities;
    const answer =
      options.json === 'json'
        ? `${JSON.stringify({ store: location, entries, bytes, maximumBytes: maximumBytes ?? null, durability, ttlMs: ttlMs ?? null })}\n`
        : formatTable([
            ['store', location],
            ['originals', formatCount(entries)],
            ['size', maximumBytes === undefined ? formatBytes(bytes) : `${formatBytes(bytes)} of ${formatBytes(maximumBytes)}`],
            ['lasts', durability === 'process' ? 'until the process ends' : describeLife(ttlMs)],
          ]);
    await streams.output.write(answer);
  } finally {
    await store.close();
  }
}

function describeLife(ttlMs: number | undefined): string {
  return ttlMs === undefined ? 'until it expires' : `${formatDuration(ttlMs)} after it was last shown or read`;
}
