import type { CommandOptions } from '../command-line.ts';
import type { Streams } from '../output/streams.ts';
import { formatTable } from '../output/table.ts';
import { readInput } from '../read-input.ts';

/** Says what kind of text it is, how sure that is, and by what it was told. */
export async function detect(file: string | undefined, options: CommandOptions, streams: Streams): Promise<void> {
  const text = await readInput(file, streams);
  const { detectKind } = await import('@headroom/core');
  const { kind, confidence, evidence } = detectKind(text);
  const answer =
    options.json === 'json'
      ? `${JSON.stringify({ kind, confidence, evidence })}\n`
      : formatTable([
          ['kind', kind],
          ['confidence', confidence.toFixed(2)],
          ['evidence', evidence],
        ]);
  await streams.output.write(answer);
}
