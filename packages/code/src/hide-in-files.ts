import { fitBudget, type CompressContext, type Payload } from '@headroom/core';
import type { ResolvedCodeOptions } from './code-options.ts';
import type { SourceLines } from './files/source-lines.ts';
import type { SourceFile } from './files/split-files.ts';
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

/** What is asked about files, and what may be taken for it. */
export interface HideRequest {
  readonly payload: Payload;
  readonly context: CompressContext;
  readonly options: ResolvedCodeOptions;
  /** The text as one file, of the language that the call named. @default it is no single file */
  readonly whole?: SourceFile | undefined;
}

/** What is left out of some files, so that each of them still parses as well as it did. */
export interface ShownFiles {
  readonly gaps: readonly Gap[];
}

/** Leaves out of files what is worth least; undefined where there is nothing to leave out. */
export async function hideInFiles(
  lines: SourceLines,
  files: readonly SourceFile[],
  { payload, context, options, whole }: HideRequest,
): Promise<ShownFiles | undefined> {
  const outlined = await outlinePayload(files, whole, options.maximumFileLength);
  const outline = joinOutlines(outlined, lines.count);
  if (outline.units.length === 0) return undefined;
  const hidden = chooseHidden({ payload, lines, files: outlined, outline, context, options });
  const gaps = await allSoundGaps(outlined, outline, hidden);
  return gaps.length === 0 ? undefined : { gaps };
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
