import { detectKind } from '../detect/detect-kind.ts';
import { HeadroomError } from '../errors/headroom-error.ts';
import { parseMarkers } from '../marker/index.ts';
import type { RenderRequest } from '../router/render-request.ts';
import { digestHandle } from '../text/digest.ts';
import type { ContentKind } from '../types/content-kind.ts';
import type { PassReason, Rendering } from '../types/rendering.ts';
import type { Segment } from '../types/segment.ts';
import type { Handle } from '../types/store.ts';
import { memoContext } from './memo-context.ts';
import type { Allowed } from './policy.ts';
import type { RenderingRun } from './rendering-run.ts';

/**
 * Renders one segment that policy allows to change, and puts its original into the store before any text that carries its handle is given out (I1).
 *
 * Never rejects: whatever fails leaves the segment unchanged, with the reason (I6).
 */
export async function renderSegment(segment: Segment, permission: Allowed, run: RenderingRun): Promise<Rendering> {
  const context = memoContext(segment, permission, run);
  // The same result may stand twice among the new ones.
  const twin = run.memo.get(segment.text, context);
  if (twin !== undefined) return twin.rendering;
  const rendering = await renderAnew(segment, permission, run);
  // Failures are remembered too: what once went out unchanged must not look different on the next turn (I3).
  run.memo.set(segment.text, context, rendering);
  return rendering;
}

async function renderAnew(segment: Segment, permission: Allowed, run: RenderingRun): Promise<Rendering> {
  const handle = await digestHandle(run.scope, segment.text);
  let known: Known;
  try {
    known = await lookUp(segment.text, handle, run);
  } catch (error) {
    run.onStoreFailed(segment, error);
    return passFailed({ segment, kind: permission.kind, reason: 'store-failed', detail: messageOf(error) }, run);
  }
  if (known === 'a-rendering') return run.renderers.measure({ text: segment.text, reason: 'already-compressed' });
  if (known === 'pinned')
    return passFailed({ segment, kind: permission.kind, reason: 'deadline', detail: 'pinned by an earlier call' }, run);
  const rendering = await renderInTime(segment, requestFor(segment, permission, handle, run), known, run);
  if (rendering.handle === undefined || run.effect === 'measure') return rendering;
  return storeFirst(rendering, segment, run);
}

/** What the store knows of a text: that it was shown compressed before, that its passing is pinned, or that it is itself what was shown of another text. */
type Known = 'nothing' | 'an-original' | 'pinned' | 'a-rendering';

/**
 * Asks the store once.
 *
 * A text is one of our renderings if it ends with a marker that this store minted in this scope (I8, I12), unless the store holds the text itself as an original: then it was
 * compressed before that marker meant anything here, and says the same again (I4).
 */
async function lookUp(text: string, handle: Handle, { store, scope, effect }: RenderingRun): Promise<Known> {
  const last = lastMarker(text);
  const asked = last === undefined ? [handle] : [handle, last];
  const [self, shown] = await store.touch(asked, scope, effect === 'measure' ? 'keep' : 'extend');
  if (self?.status === 'found') return self.decision === 'unchanged' ? 'pinned' : 'an-original';
  return shown?.status === 'found' ? 'a-rendering' : 'nothing';
}

// What may stand behind a marker that ends a text: the quote and brackets of JSON that stays JSON.
const longestClosing = 16;

function lastMarker(text: string): Handle | undefined {
  const tail = text.trimEnd();
  const marker = parseMarkers(tail.slice(-longestTail)).at(-1);
  return marker !== undefined && Math.min(tail.length, longestTail) - marker.end <= longestClosing ? marker.handle : undefined;
}

// A marker with all its facts is far shorter.
const longestTail = 2000;

function requestFor(segment: Segment, permission: Allowed, handle: Handle, { options, model, redemption }: RenderingRun): RenderRequest {
  return {
    text: segment.text,
    question: segment.intent === undefined ? segment.question : `${segment.question}\n${segment.intent}`,
    fidelity: permission.fidelity,
    bias: permission.bias,
    contextWindow: model.contextWindow,
    minimumTokens: permission.minimumTokens,
    minimumOrigin: permission.minimumOrigin,
    minimumSaving: options.minimumSaving,
    handle,
    redemption,
    ...(permission.kind === undefined ? {} : { kind: permission.kind }),
    ...(segment.toolName === undefined ? {} : { toolName: segment.toolName }),
    ...(segment.toolInput === undefined ? {} : { toolInput: segment.toolInput }),
  };
}

/**
 * Renders before the deadline, or decides for good that the text passes.
 *
 * The clock may decide only once: an expired deadline is pinned in the store with the original, and an original that is stored without a pin was
 * shown compressed before, so that its rendering is waited for (I4).
 */
async function renderInTime(segment: Segment, request: RenderRequest, known: Known, run: RenderingRun): Promise<Rendering> {
  try {
    return await run.renderers.render(request, known === 'an-original' ? undefined : run.options.deadlineMs);
  } catch (error) {
    if (!isTimeout(error)) return passFailed({ segment, kind: request.kind, reason: 'compressor-failed', detail: messageOf(error) }, run);
    await pinUnchanged(segment, run);
    return passFailed({ segment, kind: request.kind, reason: 'deadline', detail: `not done after ${run.options.deadlineMs} ms` }, run);
  }
}

/** What passes a segment on, and the kind that the caller's rule gave it. */
interface Failure {
  readonly segment: Segment;
  readonly kind: ContentKind | undefined;
  readonly reason: PassReason;
  readonly detail: string;
}

/** The text passes, told by the kind that its rendering would have had. */
function passFailed({ segment: { text }, kind, reason, detail }: Failure, { renderers }: RenderingRun): Promise<Rendering> {
  return renderers.measure({ text, kind: kind ?? detectKind(text).kind, reason, detail });
}

async function pinUnchanged(segment: Segment, run: RenderingRun): Promise<void> {
  if (run.effect === 'measure') return;
  try {
    await run.store.put({ scope: run.scope, text: segment.text, decision: 'unchanged' });
  } catch (error) {
    // The memo still remembers the decision for this process.
    run.onStoreFailed(segment, error);
  }
}

/** Acknowledged first, shown second; a store that fails, or that names the original otherwise, leaves the text as it is (I1). */
export async function storeFirst(rendering: Rendering, segment: Segment, run: RenderingRun): Promise<Rendering> {
  try {
    const minted = await run.store.put({ scope: run.scope, text: segment.text });
    if (minted !== rendering.handle) {
      throw new HeadroomError({
        code: 'store-failed',
        message: `The store minted ${minted} where ${rendering.handle} was due; handles come from digestHandle.`,
      });
    }
    return rendering;
  } catch (error) {
    run.onStoreFailed(segment, error);
    return unchanged(rendering, 'store-failed', messageOf(error));
  }
}

export function unchanged(rendering: Rendering, reason: PassReason, detail: string): Rendering {
  return { kind: rendering.kind, tokensBefore: rendering.tokensBefore, tokensAfter: rendering.tokensBefore, omissions: [], reason, detail };
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
