import type { Lineage, PromptState } from '../repeats/lineage.ts';
import type { SegmentReport } from '../receipt/receipt.ts';
import type { Rendering } from '../types/rendering.ts';
import type { Edit, Segment } from '../types/segment.ts';
import { addIntents } from './add-intents.ts';
import type { HeadroomEvent } from './events.ts';
import { orAborted } from './or-aborted.ts';
import { permit, type Permission } from './policy.ts';
import { createProgress } from './progress.ts';
import { recall } from './recall.ts';
import { renderSegment } from './render-segment.ts';
import type { RenderingRun } from './rendering-run.ts';
import { reportSegment } from './report-segment.ts';
import { tellKnown, tellSegment, type ToldSegment } from './tell-segment.ts';

/** What became of a prompt's segments. */
export interface Walked {
  readonly reports: readonly SegmentReport[];
  readonly edits: readonly Edit[];
}

/** What a walk over a prompt works with. */
export interface Walk {
  readonly run: RenderingRun;
  readonly lineage: Lineage<ToldSegment>;
  readonly onEvent: (event: HeadroomEvent) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Walks a prompt through policy, memory, rendering and repeats, segment by segment.
 *
 * What is known of a history is told without waiting: a promise for each segment would cost more than all that is done with it.
 */
export async function walkPrompt(segments: readonly Segment[], { run, lineage, onEvent, signal }: Walk): Promise<Walked> {
  const intended = addIntents(segments);
  const permissions = intended.map((segment) => permitSafely(segment, run));
  const recalled = await orAborted(() => recall(intended, permissions, run), signal);
  const progress = createProgress(recalled, onEvent);
  const reports: SegmentReport[] = [];
  const edits: Edit[] = [];
  let state = lineage.beginning;
  for (let index = 0; index < segments.length; index += 1) {
    const [segment, permission] = [recalled.segments[index] as Segment, permissions[index] as Permission];
    const known = recalled.renderings[index];
    const before = state;
    const told =
      tellSafely(segment, permission, known, before, run, lineage) ??
      (await orAborted(() => renderSafely(segment, permission, known, before, run, lineage), signal));
    const { rendering } = told;
    state = told.state;
    if (rendering?.text !== undefined) edits.push({ segment: segments[index] ?? segment, text: rendering.text });
    const report = reportSegment(segment, permission, rendering);
    reports.push(report);
    onEvent(eventFor(report));
    if (known === undefined && rendering !== undefined) await progress(segment);
  }
  return { reports, edits };
}

/** A rule of the caller's that throws leaves the segment alone (I6). */
function permitSafely(segment: Segment, { options, redemption }: RenderingRun): Permission {
  try {
    return permit(segment, options, redemption);
  } catch {
    return { allowed: 'nothing', reason: 'caller-failed' };
  }
}

/** Undefined where there is something to do; what throws here throws again where it is done. */
function tellSafely(
  segment: Segment,
  permission: Permission,
  rendering: Rendering | undefined,
  state: PromptState,
  run: RenderingRun,
  lineage: Lineage<ToldSegment>,
): ToldSegment | undefined {
  if (rendering === undefined && permission.allowed === 'rewrite') return undefined;
  try {
    return tellKnown(segment, permission, rendering, state, lineage, run);
  } catch {
    return undefined;
  }
}

/** What throws here is the caller's own: a token counter. Nothing can be told in figures then, and the text passes (I6). */
async function renderSafely(
  segment: Segment,
  permission: Permission,
  known: Rendering | undefined,
  state: PromptState,
  run: RenderingRun,
  lineage: Lineage<ToldSegment>,
): Promise<ToldSegment> {
  try {
    const rendered = known ?? (permission.allowed === 'rewrite' ? await renderSegment(segment, permission, run) : undefined);
    return await tellSegment(segment, permission, rendered, state, lineage, run);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { rendering: { kind: 'text', tokensBefore: 0, tokensAfter: 0, omissions: [], reason: 'caller-failed', detail }, state };
  }
}

function eventFor(report: SegmentReport): HeadroomEvent {
  if (report.flag === 'compressed') {
    const { id, compressor = '', tokensBefore = 0, tokensAfter = 0 } = report;
    return { type: 'segment-compressed', segmentId: id, compressor, tokensBefore, tokensAfter };
  }
  return {
    type: 'segment-passed',
    segmentId: report.id,
    reason: report.reason ?? 'no-gain',
    ...(report.detail === undefined ? {} : { detail: report.detail }),
  };
}
