import { fitBudget, type Candidate, type CompressContext, type Compressor, type Payload } from '@headroom/core';
import { resolveCodeOptions, type CodeOptions, type ResolvedCodeOptions } from './code-options.ts';
import { sourceLines, type SourceLines } from './files/source-lines.ts';
import { splitFiles } from './files/split-files.ts';
import { languageOfInput } from './languages/find-language.ts';
import { outlinePayload } from './outline-files.ts';
import { soundGaps } from './render/check-gaps.ts';
import type { Gap } from './render/gap-line.ts';
import { gapsOf, renderPayload } from './render/render-payload.ts';
import { createChooser, type HiddenLines } from './selection/choose-units.ts';
import { joinOutlines } from './selection/join-outlines.ts';
import type { OutlinedFile, PayloadOutline } from './selection/payload-outline.ts';
import { valueUnits } from './selection/value-units.ts';

/** What stands of bodies even where signatures fill the budget: this share of it. */
const leastShare = { asked: 0.4, unasked: 0.25 };
const largestAnswer = 0.5;

/**
 * Makes the compressor of source code. Only interiors of bodies, of long comments, strings and tables are cut, as whole lines of the original; imports, signatures, types and
 * the shapes of classes stay in their places. Each cut is told in a comment of the language, and the result parses as well as the original did.
 *
 * @example createHeadroom({ compressors: [codeCompressor()] })
 * @throws TypeError for an option that is not one of those allowed.
 */
export function codeCompressor(options?: CodeOptions): Compressor {
  const resolved = resolveCodeOptions(options);
  const module = new URL(`./worker-module.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
  module.search = new URLSearchParams({ code: resolved.code, maximumFileLength: String(resolved.maximumFileLength) }).toString();
  return {
    name: 'code',
    kinds: ['code'],
    module: module.href,
    compress: (payload, context) => compressCode(payload, context, resolved),
  };
}

async function compressCode(payload: Payload, context: CompressContext, options: ResolvedCodeOptions): Promise<Candidate | undefined> {
  if (context.fidelity === 'lossless' || options.code === 'verbatim') return undefined;
  const lines = sourceLines(payload.text);
  const named = languageOfInput(payload.toolInput);
  const whole = named === undefined ? undefined : { firstLine: 0, lines, path: undefined, language: named, gutters: undefined };
  const files = await outlinePayload(splitFiles(lines, named), whole, options.maximumFileLength);
  const outline = joinOutlines(files, lines.count);
  if (outline.units.length === 0) return undefined;
  const hidden = chooseHidden({ payload, lines, files, outline, context, options });
  const gaps = await allSoundGaps(files, outline, hidden);
  if (gaps.length === 0) return undefined;
  const count = gaps.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return {
    text: renderPayload(lines, gaps),
    fidelity: 'reversible',
    omissions: [{ unit: 'lines', count, where: '', facts: [] }],
  };
}

interface ChoiceRequest {
  readonly payload: Payload;
  readonly lines: SourceLines;
  readonly files: readonly OutlinedFile[];
  readonly outline: PayloadOutline;
  readonly context: CompressContext;
  readonly options: ResolvedCodeOptions;
}

/** Fills the budget with the most valuable units; what always stands is not weighed. */
function chooseHidden({ payload, lines, files, outline, context, options }: ChoiceRequest): HiddenLines {
  const question = { text: payload.question, toolInput: payload.toolInput };
  const paths = files.map(({ file }) => file.path);
  const { choose, leastRoom } = createChooser(outline, lines, {
    values: valueUnits(outline, lines, paths, question),
    outline: payload.question === '' || options.code === 'outline' ? 'kept' : 'weighed',
  });
  const bare = choose(0);
  if (options.code === 'outline') return bare;
  const render = (hidden: HiddenLines): { hidden: HiddenLines; tokens: number } => ({
    hidden,
    tokens: context.count(
      renderPayload(
        lines,
        files.flatMap((_, index) => gapsOf(index, files, outline, hidden)),
      ),
    ),
  });
  const fixed = render(bare).tokens;
  // The best answer always stands, if it is not most of the text.
  const asked = payload.question !== '';
  const best = asked ? render(choose(leastRoom)).tokens : 0;
  const least = best > context.tokensBefore * largestAnswer ? 0 : best;
  const share = leastShare[asked ? 'asked' : 'unasked'];
  const budget = Math.max(context.tokenBudget - context.handleTokens, fixed + share * context.tokenBudget, least);
  const characters = lines.text.length / Math.max(1, context.tokensBefore);
  return fitBudget(budget, (room) => render(choose(Math.max(0, room - fixed) * characters)))?.hidden ?? bare;
}

async function allSoundGaps(files: readonly OutlinedFile[], outline: PayloadOutline, hidden: HiddenLines): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  for (const [index, file] of files.entries()) gaps.push(...(await soundGaps(file, gapsOf(index, files, outline, hidden))));
  return gaps;
}
