import { wordBefore } from '../../text/cut.ts';
import type { Candidate, CompressContext, Omission, Payload } from '../../types/compressor.ts';
import { readBrokenOff, type BrokenPiece } from './scan/read-broken-off.ts';

/** Characters of a rest that is shown in part. */
const shownRest = 600;
/** What a piece may take at least, whatever its share. */
const leastTokens = 40;

type Compress = (payload: Payload, context: CompressContext) => Candidate | undefined;
type Told = Pick<Candidate, 'text' | 'fidelity' | 'omissions' | 'literals'>;

/**
 * Makes JSON that breaks off shorter: what is whole of it as JSON, then the statement that it breaks off there and the rest as it stands, and so on where it goes on behind a cut.
 *
 * Lossless where all JSON is told without loss and each rest is shown: without the brackets that were added and with the rests between, it is the text again, up to white space between
 * tokens.
 */
export function compressBrokenOff(payload: Payload, context: CompressContext, compress: Compress): Candidate | undefined {
  const pieces = readBrokenOff(payload.text);
  if (pieces === undefined) return undefined;
  const rests = pieces.map((piece) => (piece.kind === 'rest' ? showRest(piece.text, context) : undefined));
  const tokens = pieces.map((piece) => (piece.kind === 'json' ? context.count(piece.json) : 0));
  const all = tokens.reduce((sum, one) => sum + one, 0);
  const budget = context.tokenBudget - rests.reduce((sum, rest) => sum + (rest === undefined ? 0 : context.count(rest.text)), 0);
  const told = pieces.map((piece, at): Told => {
    if (piece.kind === 'rest') return rests[at]!;
    const tokenBudget = Math.max(leastTokens, Math.floor((budget * tokens[at]!) / all));
    const candidate = compress({ ...payload, text: piece.json }, { ...context, tokensBefore: tokens[at]!, tokenBudget });
    return candidate ?? { text: piece.json, fidelity: 'lossless', omissions: [] };
  });
  const text = told.map((one, at) => `${tellPiece(pieces, at)}${one.text}`).join('\n');
  const literals = told.some((one) => one.literals === 'folded') ? 'folded' : 'whole';
  const fidelity = told.some((one) => one.fidelity === 'reversible') ? 'reversible' : 'lossless';
  const counted = context.count(text);
  if (counted >= context.tokensBefore) return undefined;
  return { text, fidelity, literals, omissions: told.flatMap(({ omissions }) => omissions), tokens: counted };
}

function showRest(rest: string, { fidelity }: CompressContext): Told {
  if (fidelity === 'lossless' || rest.length <= 2 * shownRest) return { text: rest, fidelity: 'lossless', omissions: [] };
  const shown = rest.slice(0, wordBefore(rest, shownRest));
  const omission: Omission = { unit: 'characters', count: rest.length - shown.length, where: '', facts: [] };
  return { text: `${shown}[${omission.count} characters offloaded]`, fidelity: 'reversible', omissions: [omission] };
}

/** The statement over a piece; none over the first. */
function tellPiece(pieces: readonly BrokenPiece[], at: number): string {
  const before = pieces[at - 1];
  if (before === undefined) return '';
  if (before.kind === 'rest') return '[the JSON goes on here, in a list that was open:]\n';
  return before.closers === 0
    ? '[behind the list:]\n'
    : `[the JSON breaks off here, ${before.closers === 1 ? '1 bracket' : `${before.closers} brackets`} open:]\n`;
}
