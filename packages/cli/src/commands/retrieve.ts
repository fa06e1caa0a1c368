import type { CommandOptions } from '../command-line.ts';
import type { Streams } from '../output/streams.ts';
import { retrieveAnswer, wholeByDefault } from '../protocol/retrieve-request.ts';
import { openSession } from '../session.ts';

/** Prints an original byte for byte, or the part of it that is asked for; answers whether there is one. */
export async function retrieve(hash: string, options: CommandOptions, streams: Streams): Promise<'found' | 'missing'> {
  const session = await openSession(options);
  try {
    const { query, lines, path, cursor, budget } = options;
    const request = {
      hash,
      ...(query === undefined ? {} : { query }),
      ...(lines === undefined ? {} : { lines }),
      ...(path === undefined ? {} : { path }),
      ...(cursor === undefined ? {} : { cursor }),
      ...(budget === undefined ? {} : { budget }),
    };
    // A budget that a person names is meant, whatever else is asked for.
    const answer = await session.engine().retrieve(budget === undefined ? wholeByDefault(request) : request);
    if (options.json === 'json') await streams.output.write(`${JSON.stringify(retrieveAnswer(answer))}\n`);
    else if (!answer.found) await streams.remarks.write(`headroom: ${answer.text}\n`);
    else await streams.output.write(answer.complete || answer.text.endsWith('\n') ? answer.text : `${answer.text}\n`);
    return answer.found ? 'found' : 'missing';
  } finally {
    await session.close();
  }
}
