import type { Segment } from '../types/segment.ts';
import type { Allowed, RenderingRun } from './render-segment.ts';

/**
 * Spells all that decides a segment's rendering besides its text and the engine's own options.
 *
 * Used as a memo key only: two contexts that differ get different keys; the length prefixes keep the fields apart.
 */
export function memoContext(segment: Segment, permission: Allowed, run: RenderingRun): string {
  const fields = [
    run.effect,
    run.scope,
    String(run.contextWindow),
    run.redemption,
    permission.fidelity,
    String(permission.bias),
    String(permission.minimumTokens),
    permission.kind ?? '',
    segment.toolName ?? '',
    segment.question,
    spellInput(segment.toolInput),
  ];
  return fields.map((field) => `${field.length}:${field}`).join('');
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
