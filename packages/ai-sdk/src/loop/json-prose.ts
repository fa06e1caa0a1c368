import { tagProse } from '../exchange/prose-tag.ts';
import type { StreamPart } from '../specification/stream-part.ts';

/** What held prose turns out to be: `reasoning` before a retrieval, `text` otherwise. */
export type ProseFate = 'text' | 'reasoning';

/** Holds prose back while it is not known whether a retrieval follows it; only used where the answer must be JSON. */
export interface JsonProse {
  /** Parts that may go out now, in order. */
  take(part: StreamPart): readonly StreamPart[];
  /** Decides what the prose of this round is, and lets go of what was held; the first decision stands. */
  settle(fate: ProseFate): readonly StreamPart[];
}

/**
 * Makes the gate of one round.
 *
 * Text that begins like an object or array streams through at once. Other text cannot be parsed while it grows, so that nobody loses by its being held until
 * the model calls a tool or is done: then it goes out as reasoning if our tool was called, as text if not.
 */
export function createJsonProse(): JsonProse {
  const live = new Set<string>();
  let held: StreamPart[] = [];
  /** The block, alone in `held`, that has shown nothing but white space so far. */
  let undecided: string | undefined;
  let fate: ProseFate | undefined;

  function release(): readonly StreamPart[] {
    const released = held;
    held = [];
    undecided = undefined;
    return released;
  }

  function decide(part: StreamPart): readonly StreamPart[] {
    if (part.type !== 'text-delta' || part.id !== undecided) {
      undecided = undefined;
      return [];
    }
    const first = part.delta.trimStart()[0];
    if (first === undefined) return [];
    if (first !== '{' && first !== '[') {
      undecided = undefined;
      return [];
    }
    live.add(part.id);
    return release();
  }

  return {
    settle(decided) {
      fate ??= decided;
      return fate === 'text' ? release() : release().map((part) => asReasoning(part, live));
    },
    take(part) {
      if (fate === 'reasoning') return [asReasoning(part, live)];
      if (fate === 'text' || part.type === 'ping' || part.type === 'raw' || part.type === 'error') return [part];
      if (held.length === 0 && (part.type !== 'text-start' || live.has(part.id))) return [part];
      held.push(part);
      if (held.length > 1) return decide(part);
      if (part.type === 'text-start') undecided = part.id;
      return [];
    },
  };
}

// Text and reasoning share no ids, and tool inputs none with either: a live block is the only one that must stay as it began.
function asReasoning(part: StreamPart, live: ReadonlySet<string>): StreamPart {
  if (!('id' in part) || live.has(part.id)) return part;
  switch (part.type) {
    case 'text-start':
      return { ...part, type: 'reasoning-start', providerMetadata: tagProse(part.providerMetadata) };
    case 'text-delta':
      return {
        ...part,
        type: 'reasoning-delta',
        ...(part.providerMetadata === undefined ? {} : { providerMetadata: tagProse(part.providerMetadata) }),
      };
    case 'text-end':
      return { ...part, type: 'reasoning-end', providerMetadata: tagProse(part.providerMetadata) };
    default:
      return part;
  }
}
