import type { TextResult } from '@headroom/core';
import type { CommandOptions } from '../command-line.ts';
import type { Streams } from '../output/streams.ts';
import { formatCount, formatTable } from '../output/table.ts';
import { compressAnswer, shownHandles } from '../protocol/compress-request.ts';
import { readInput } from '../read-input.ts';
import { openSession } from '../session.ts';

/** Prints the text as a model should read it, and on standard error what was done: so the text can be piped on. */
export async function compress(file: string | undefined, options: CommandOptions, streams: Streams): Promise<void> {
  const text = await readInput(file, streams);
  const session = await openSession(options);
  try {
    const { query, tool } = options;
    const result = await session.engine(undefined, 'text').compressText(text, {
      ...(query === undefined ? {} : { question: query }),
      ...(tool === undefined ? {} : { toolName: tool }),
    });
    // Where the text needed the model its result says so itself.
    const { missingModel } = session;
    const warning = missingModel === undefined || result.detail?.includes(missingModel) === true ? undefined : missingModel;
    if (options.json === 'json') {
      await streams.output.write(`${JSON.stringify({ ...compressAnswer(result), ...(warning === undefined ? {} : { warning }) })}\n`);
      return;
    }
    await streams.output.write(streams.output.kind === 'terminal' && !result.text.endsWith('\n') ? `${result.text}\n\n` : result.text);
    await streams.remarks.write(formatTable([...describe(result), ...(warning === undefined ? [] : [['warning', warning] as const])]));
  } finally {
    await session.close();
  }
}

function describe(result: TextResult): readonly (readonly [string, string])[] {
  const { tokensBefore, tokensAfter } = result;
  const saved = tokensBefore === 0 ? 0 : ((tokensBefore - tokensAfter) / tokensBefore) * 100;
  return [
    ['kind', result.kind],
    ['compressor', result.method === undefined ? (result.compressor ?? 'none') : `${result.compressor ?? ''} (${result.method})`],
    ['fidelity', result.reason === undefined ? result.fidelity : `${result.fidelity} (${result.reason})`],
    ...(result.detail === undefined ? [] : [['why', result.detail] as const]),
    ['tokens', `${formatCount(tokensBefore)} before, ${formatCount(tokensAfter)} after, ${saved.toFixed(1)} % saved`],
    ...shownHandles(result).map((handle) => ['original', `headroom retrieve ${handle}`] as const),
    ['time', `${result.milliseconds.toFixed(1)} ms`],
  ];
}
