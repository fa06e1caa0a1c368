import type { Segment } from '../types/segment.ts';
import type { MemoContext } from './memo.ts';
import type { Allowed } from './policy.ts';
import type { RenderingRun } from './rendering-run.ts';

/** All that decides a segment's rendering besides its text and the engine's own options; a memo key only. */
export function memoContext(segment: Segment, permission: Allowed, run: RenderingRun): MemoContext {
  return [
    run.effect,
    run.scope,
    run.model.encoding,
    String(run.model.contextWindow),
    run.redemption,
    permission.fidelity,
    String(permission.bias),
    String(permission.minimumTokens),
    permission.minimumOrigin,
    permission.kind ?? '',
    segment.toolName ?? '',
    segment.question,
    segment.intent ?? '',
    spellInput(segment.toolInput),
  ];
}

function spellInput(input: unknown): string {
  if (input === undefined) return '';
  if (typeof input === 'string') return input;
  try {
    return JSON.stringify(input) ?? '';
  } catch {
    // A cyclic input cannot come from a message; its name is then decided by the other fields alone.
    return 'unspellable';
  }
}
