import { savesEnough } from '../guard/minimum-saving.ts';
import type { Lineage, PromptState } from '../repeats/lineage.ts';
import type { Rendering } from '../types/rendering.ts';
import type { Segment } from '../types/segment.ts';
import type { Permission } from './policy.ts';
import type { RenderingRun } from './render-segment.ts';

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
  lineage: Lineage,
  run: RenderingRun,
): Promise<ToldSegment> {
  if (segment.role !== 'tool' || run.options.repeats === 'show') return { rendering, state };
  const called = lineage.hear(state, segment.toolInput);
  const told = mayTell(permission) ? await tellBest(segment, rendering, called, lineage, run) : rendering;
  return { rendering: told, state: lineage.extend(called, labelOf(segment), told?.text ?? segment.text) };
}

function mayTell(permission: Permission): boolean {
  return permission.allowed === 'rewrite' || permission.reason === 'error-result' || permission.reason === 'file-read';
}

async function tellBest(
  segment: Segment,
  rendering: Rendering | undefined,
  state: PromptState,
  lineage: Lineage,
  run: RenderingRun,
): Promise<Rendering | undefined> {
  const rendered = rendering?.text ?? segment.text;
  const [ofOriginal, ofRendered] = [lineage.tell(state, segment.text), lineage.tell(state, rendered)];
  if (ofOriginal === 'told') return run.renderers.measure(segment.text, 'already-compressed');
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

const countContext = ['count'];

/** Counts a text once for all turns. */
async function countOnce(text: string, { memo, renderers }: RenderingRun): Promise<number> {
  const known = memo.get(text, countContext);
  if (known !== undefined) return known.tokensBefore;
  const measured = await renderers.measure(text, 'no-gain');
  memo.set(text, countContext, measured);
  return measured.tokensBefore;
}

const longestArgument = 24;
const fileName = /(?:^|[\s"'=/])([\w.+-]{1,40}\.[A-Za-z]\w{0,7})(?=$|[\s"';|&)])/;

/** The call in a few words: the file that it names, or the tool's name and the first text among its arguments. */
function labelOf({ toolName, toolInput }: Segment): string {
  if (toolName === undefined) return '';
  const argument = firstText(toolInput)?.slice(0, longestLookedAt);
  const label = argument === undefined ? toolName : (fileName.exec(argument)?.[1] ?? `${toolName} ${shorten(argument)}`);
  return label.replace(/[\r\n]+/g, ' ').toWellFormed();
}

function shorten(argument: string): string {
  return argument.length > longestArgument ? `${argument.slice(0, longestArgument)}…` : argument;
}

const longestLookedAt = 400;

function firstText(input: unknown): string | undefined {
  if (typeof input === 'string') {
    try {
      const value: unknown = JSON.parse(input);
      return typeof value === 'object' ? firstText(value) : input;
    } catch {
      return input;
    }
  }
  if (typeof input !== 'object' || input === null) return undefined;
  return Object.values(input).find((value): value is string => typeof value === 'string' && value !== '');
}
