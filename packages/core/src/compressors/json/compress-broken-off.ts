import { wordBefore } from '../../text/cut.ts';
import type { Candidate, CompressContext, Payload } from '../../types/compressor.ts';
import { readBrokenOff } from './scan/read-broken-off.ts';

/** Characters of a rest that is shown in part. */
const shownRest = 600;

type Compress = (payload: Payload, context: CompressContext) => Candidate | undefined;

/**
 * Makes JSON that breaks off shorter: what is whole of it as JSON, then the statement that it breaks off there, then the rest as it stands.
 *
 * Lossless where what is whole is told without loss and the rest is shown: without the brackets that were closed and with the rest behind it, it is the text again, up to white space between
 * tokens.
 */
export function compressBrokenOff(payload: Payload, context: CompressContext, compress: Compress): Candidate | undefined {
  const broken = readBrokenOff(payload.text);
  if (broken === undefined) return undefined;
  const shown =
    context.fidelity === 'lossless' || broken.rest.length <= 2 * shownRest
      ? broken.rest
      : broken.rest.slice(0, wordBefore(broken.rest, shownRest));
  const missing = broken.rest.length - shown.length;
  const end = `\n${tellBreak(broken.open)}\n${shown}${missing > 0 ? `[${missing} characters offloaded]` : ''}`;
  const endTokens = context.count(end);
  const candidate = compress(
    { ...payload, text: broken.json },
    { ...context, tokensBefore: context.count(broken.json), tokenBudget: Math.max(1, context.tokenBudget - endTokens) },
  );
  if (candidate === undefined) return undefined;
  const { place } = candidate;
  return {
    ...candidate,
    text: candidate.text + end,
    fidelity: missing > 0 ? 'reversible' : candidate.fidelity,
    omissions: missing > 0 ? [...candidate.omissions, { unit: 'characters', count: missing, where: '', facts: [] }] : candidate.omissions,
    tokens: context.count(candidate.text + end),
    ...(place === undefined ? {} : { place: (marker: string) => place(marker) + end }),
  };
}

function tellBreak(open: number): string {
  return `[the JSON breaks off here, ${open === 1 ? '1 bracket' : `${open} brackets`} open:]`;
}
