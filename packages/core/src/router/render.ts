import { detectKind } from '../detect/detect-kind.ts';
import { savesEnough, type MinimumSaving } from '../guard/minimum-saving.ts';
import { isBlankedOut } from '../guard/not-blank.ts';
import { escapeMarkers, holdsMarkerGrammar, writeMarker } from '../marker/index.ts';
import type { Candidate, CompressContext, Compressor, Payload } from '../types/compressor.ts';
import type { ContentKind } from '../types/content-kind.ts';
import type { PassReason, Rendering } from '../types/rendering.ts';
import type { TokenCounter } from '../types/token-counter.ts';
import { minimumFor } from './kind-minimum.ts';
import { markerFacts } from './marker-facts.ts';
import type { RenderRequest } from './render-request.ts';
import { tokenBudget } from './token-budget.ts';

/** What rendering needs besides the request. */
export interface RenderTools {
  readonly compressors: readonly Compressor[];
  readonly counter: TokenCounter;
  /** Handed to the compressors: aborted when the rendering is given up. */
  readonly signal?: AbortSignal;
}

/** A candidate with its marker in place, counted as the model will read it. */
interface Finished {
  readonly candidate: Candidate;
  readonly compressor: string;
  readonly text: string;
  readonly tokens: number;
  readonly carriesHandle: boolean;
}

/**
 * Renders one text: detects its kind, asks the compressors of that kind, and takes the smallest candidate that passes the guards, or none.
 *
 * Pure: the same request gives the same rendering on any machine, inside a worker or not (I4). Never throws for a compressor's fault (I6).
 */
export async function render(request: RenderRequest, tools: RenderTools): Promise<Rendering> {
  const { compressors, counter } = tools;
  const tokensBefore = counter.count(request.text);
  if (tokensBefore < request.minimumTokens) return pass(request.kind ?? 'text', tokensBefore, 'too-small');
  const kind = request.kind ?? detectKind(request.text).kind;
  if (tokensBefore < minimumFor(kind, request)) return pass(kind, tokensBefore, 'too-small');
  const able = askedFor(kind, compressors);
  if (able.length === 0) return pass(kind, tokensBefore, 'no-compressor');

  const context = contextFor(request, kind, tokensBefore, tools);
  const payload = payloadFor(request, kind);
  const finished: Finished[] = [];
  let failure: string | undefined;
  for (const compressor of able) {
    try {
      const candidate = await compressor.compress(payload, context);
      if (candidate !== undefined) finished.push(finish(candidate, compressor.name, request, context));
    } catch (error) {
      failure = `${compressor.name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  const best = smallest(finished, request, context);
  if (best !== undefined) return rewritten(best, kind, tokensBefore, request);
  if (failure !== undefined) return { ...pass(kind, tokensBefore, 'compressor-failed'), detail: failure };
  return pass(kind, tokensBefore, 'no-gain');
}

/** The compressors of a kind, but for those that another of them goes on from. */
function askedFor(kind: ContentKind, compressors: readonly Compressor[]): readonly Compressor[] {
  const able = compressors.filter((compressor) => compressor.kinds.includes(kind));
  const replaced = new Set(able.flatMap(({ replaces = [] }) => replaces));
  return replaced.size === 0 ? able : able.filter(({ name }) => !replaced.has(name));
}

function contextFor(request: RenderRequest, kind: ContentKind, tokensBefore: number, { counter, signal }: RenderTools): CompressContext {
  return {
    ...(signal === undefined ? {} : { signal }),
    fidelity: request.fidelity,
    tokensBefore,
    tokenBudget: tokenBudget({
      kind,
      tokensBefore,
      question: request.question.trim() === '' ? 'unknown' : 'known',
      contextWindow: request.contextWindow,
      bias: request.bias,
    }),
    count: (text) => counter.count(text),
    handleTokens: counter.count(writeMarker({ handle: request.handle, facts: ['100_rows_offloaded'] })),
  };
}

function payloadFor(request: RenderRequest, kind: ContentKind): Payload {
  return {
    text: request.text,
    kind,
    question: request.question,
    ...(request.toolName === undefined ? {} : { toolName: request.toolName }),
    ...(request.toolInput === undefined ? {} : { toolInput: request.toolInput }),
  };
}

function finish(candidate: Candidate, compressor: string, request: RenderRequest, context: CompressContext): Finished {
  // A marker in the payload is somebody else's text by now (our own were recognised before): it must not look like one of ours (I12).
  const inert = holdsMarkerGrammar(candidate.text) ? escapeMarkers(candidate.text) : candidate.text;
  const carriesHandle =
    candidate.fidelity === 'reversible' ||
    (candidate.literals === 'folded' && request.redemption === 'tool' && request.fidelity === 'reversible');
  if (!carriesHandle) {
    const tokens = candidate.tokens !== undefined && inert === candidate.text ? candidate.tokens : context.count(inert);
    return { candidate, compressor, text: inert, tokens, carriesHandle };
  }
  const marker = writeMarker({ handle: request.handle, facts: markerFacts(candidate) });
  const text = candidate.place !== undefined && inert === candidate.text ? candidate.place(marker) : `${inert}\n${marker}`;
  return { candidate, compressor, text, tokens: context.count(text), carriesHandle };
}

function smallest(
  finished: readonly Finished[],
  request: RenderRequest,
  { tokensBefore, tokenBudget: budget }: CompressContext,
): Finished | undefined {
  const sound = finished.filter(
    ({ candidate, compressor, text, tokens }) =>
      (request.fidelity === 'reversible' || candidate.fidelity === 'lossless') &&
      (candidate.fidelity === 'lossless' || candidate.omissions.length > 0) &&
      !isBlankedOut(request.text, text) &&
      savesEnough(tokensBefore, tokens, leastSaving(candidate, compressor, request.minimumSaving)),
  );
  const whole = sound.filter(({ candidate, tokens }) => candidate.fidelity === 'lossless' && tokens <= budget);
  return (whole.length > 0 ? whole : sound).reduce<Finished | undefined>(
    (best, next) => (best === undefined || next.tokens < best.tokens ? next : best),
    undefined,
  );
}

// To read again what was left out costs a request and some 300 tokens: what saves less than a fraction of that is not worth hiding a line.
const leastLeftOut: MinimumSaving = { tokens: 60, share: 0.1 };

function leastSaving({ fidelity }: Candidate, compressor: string, minimum: MinimumSaving): MinimumSaving {
  if (fidelity === 'reversible') {
    return { tokens: Math.max(minimum.tokens, leastLeftOut.tokens), share: Math.max(minimum.share, leastLeftOut.share) };
  }
  // White space that JSON does not need is worth nothing to anybody: no payload goes out larger than its compact spelling.
  return compressor === 'json' ? { tokens: Math.min(2, minimum.tokens), share: 0 } : minimum;
}

function rewritten(best: Finished, kind: ContentKind, tokensBefore: number, request: RenderRequest): Rendering {
  return {
    text: best.text,
    kind,
    compressor: best.compressor,
    ...(best.candidate.method === undefined ? {} : { method: best.candidate.method }),
    fidelity: best.candidate.fidelity,
    tokensBefore,
    tokensAfter: best.tokens,
    omissions: best.candidate.omissions,
    ...(best.carriesHandle ? { handle: request.handle } : {}),
  };
}

function pass(kind: ContentKind, tokens: number, reason: PassReason): Rendering {
  return { kind, tokensBefore: tokens, tokensAfter: tokens, omissions: [], reason };
}
