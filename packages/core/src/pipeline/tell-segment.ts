import { savesEnough } from '../guard/minimum-saving.ts';
import type { Lineage, PromptState } from '../repeats/lineage.ts';
import type { Rendering } from '../types/rendering.ts';
import type { Segment } from '../types/segment.ts';
import { labelOf } from './call-label.ts';
import type { Permission } from './policy.ts';
import type { RenderingRun } from './rendering-run.ts';

/** How a segment goes out, and what the results of the prompt show after it. */
export interface ToldSegment {
  readonly rendering: Rendering | undefined;
  readonly state: PromptState;
}

/**
 * Tells by reference what a result repeats of the results before it in the same prompt, as they were rendered there, and of what the agent wrote into its calls.
 *
 * Error results and file reads too: nothing leaves the view. The earlier result never changes (I3). What the user made verbatim, and what the retrieve
 * tool gave back, is told as it is, but may be referred to.
 */
export async function tellSegment(
  segment: Segment,
  permission: Permission,
  rendering: Rendering | undefined,
  state: PromptState,
  lineage: Lineage<ToldSegment>,
  run: RenderingRun,
): Promise<ToldSegment> {
  const known = tellKnown(segment, permission, rendering, state, lineage, run);
  if (known !== undefined) return known;
  const called = lineage.hear(state, segment.toolInput);
  const label = labelOf(segment);
  const told = await tellBest(segment, rendering, called, lineage, run);
  const result = { rendering: told, state: lineage.extend(called, label, told?.text ?? segment.text) };
  lineage.remember(called, segment.text, { of: rendering ?? run.renderers, label, outcome: result });
  return result;
}

/** How a segment goes out where nothing has to be counted or compared for it: it may repeat nothing, or was told at this place before. */
export function tellKnown(
  segment: Segment,
  permission: Permission,
  rendering: Rendering | undefined,
  state: PromptState,
  lineage: Lineage<ToldSegment>,
  run: RenderingRun,
): ToldSegment | undefined {
  if (segment.role !== 'tool' || run.options.repeats === 'show') return { rendering, state };
  const called = lineage.hear(state, segment.toolInput);
  const label = labelOf(segment);
  if (!mayTell(permission)) return { rendering, state: lineage.extend(called, label, rendering?.text ?? segment.text) };
  // A rendering is of one text in one context; where there is none, counting alone decides.
  return lineage.recall(called, segment.text, { of: rendering ?? run.renderers, label });
}

function mayTell(permission: Permission): boolean {
  return permission.allowed === 'rewrite' || permission.reason === 'error-result' || permission.reason === 'file-read';
}

async function tellBest(
  segment: Segment,
  rendering: Rendering | undefined,
  state: PromptState,
  lineage: Lineage<ToldSegment>,
  run: RenderingRun,
): Promise<Rendering | undefined> {
  const rendered = rendering?.text ?? segment.text;
  const [ofOriginal, ofRendered] = [lineage.tell(state, segment.text), lineage.tell(state, rendered)];
  if (ofOriginal === 'told') return run.renderers.measure({ text: segment.text, reason: 'already-compressed' });
  if (ofOriginal === undefined && (ofRendered === undefined || ofRendered === 'told')) return rendering;
  const tokensBefore = rendering?.tokensBefore ?? (await countOnce(segment.text, run));
  const plain: Told | undefined =
    ofOriginal === undefined ? undefined : { text: ofOriginal.text, tokens: await countOnce(ofOriginal.text, run), base: 'original' };
  const short: Told | undefined =
    ofRendered === undefined || ofRendered === 'told' || rendering?.text === undefined
      ? undefined
      : { text: ofRendered.text, tokens: await countOnce(ofRendered.text, run), base: 'rendered' };
  const best = plain !== undefined && plain.tokens <= (short?.tokens ?? rendering?.tokensAfter ?? Infinity) ? plain : short;
  if (best === undefined || !savesEnough(tokensBefore, best.tokens, run.options.minimumSaving)) return rendering;
  return { ...asTold(best, rendering), text: best.text, tokensBefore, tokensAfter: best.tokens };
}

interface Told {
  readonly text: string;
  readonly tokens: number;
  readonly base: 'original' | 'rendered';
}

/** Over the original nothing is left out and no handle is needed; over a rendering all stays as it was, the handle included, which stands in the earlier result. */
function asTold({ base }: Told, rendering: Rendering | undefined): Omit<Rendering, 'tokensBefore' | 'tokensAfter'> {
  if (base === 'rendered' && rendering?.text !== undefined) {
    const { reason: _reason, ...kept } = rendering;
    return { ...kept, compressor: `${rendering.compressor ?? ''}+repeats` };
  }
  return { kind: rendering?.kind ?? 'text', compressor: 'repeats', fidelity: 'lossless', omissions: [] };
}

/** Counts a text once for all turns. */
async function countOnce(text: string, { memo, renderers, model }: RenderingRun): Promise<number> {
  const context = ['count', model.encoding];
  const known = memo.get(text, context);
  if (known !== undefined) return known.rendering.tokensBefore;
  const measured = await renderers.measure({ text, reason: 'no-gain' });
  memo.set(text, context, measured);
  return measured.tokensBefore;
}
