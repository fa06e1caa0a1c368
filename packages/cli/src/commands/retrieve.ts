import type { RetrieveAnswer } from '@headroom/core';
import type { CommandOptions } from '../command-line.ts';
import type { Streams } from '../output/streams.ts';
import { retrieveAnswer, wholeByDefault } from '../protocol/retrieve-request.ts';
import { openSession } from '../session.ts';
import { describeLocation } from '../store-location.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Prints an original byte for byte, or the part of it that is asked for; answers whether there is one.
 *
 * @throws UsageError where the hash is none.
 */
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
    if (answer.reason === 'invalid')
      throw new UsageError(
        `"${hash}" is no hash: write the 24 hexadecimal digits behind "ccr:" in a marker <<ccr:HASH …>>, or the marker.`,
      );
    const complaint = await complaintOf(answer, options);
    if (options.json === 'json') await streams.output.write(`${JSON.stringify(retrieveAnswer(answer))}\n`);
    else if (complaint !== undefined) await streams.remarks.write(`headroom: ${complaint}\n`);
    else await streams.output.write(answer.complete || answer.text.endsWith('\n') ? answer.text : `${answer.text}\n`);
    return complaint === undefined ? 'found' : 'missing';
  } finally {
    await session.close();
  }
}

/**
 * Why there is nothing to print, for people: the answers are worded for models. Another scope's original reads like an unknown one (I12). What a part lacks is told in
 * square brackets, as all that is not of the original.
 */
async function complaintOf({ found, reason, problem, text }: RetrieveAnswer, options: CommandOptions): Promise<string | undefined> {
  const { store, scope = 'default' } = options;
  if (reason === 'never-stored' || reason === 'wrong-scope')
    return `No original has this hash in the scope "${scope}" of ${await describeLocation(store)}. Check the hash, --store and --scope.`;
  if (!found) return text;
  return problem === undefined ? undefined : text.replace(/^\[([^]*)\]$/, '$1');
}
