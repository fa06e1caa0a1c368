import type { Detection } from './detection.ts';
import { splitFences } from './fences.ts';
import { isPlacedBlocks } from './placed-blocks.ts';

const largeBody = 800;
const maximumFences = 5_000;

/**
 * A text that is mostly fenced blocks of some size; a document with short examples stays a document.
 *
 * Whatever is `mixed` has at least one fenced part, so that splitting it always gives smaller texts.
 */
export function mixedShape(text: string): Detection | undefined {
  const fences = countUpTo(text, '```', maximumFences) + countUpTo(text, '~~~', maximumFences);
  // With so many fences no body is large, and detection must not take the time of splitting them.
  if (fences === 0 || fences > maximumFences) return undefined;
  const parts = splitFences(text);
  if (isPlacedBlocks(text, parts)) return { kind: 'search', confidence: 0.9, evidence: 'fenced blocks under their places' };
  let fenced = 0;
  let blocks = 0;
  for (const part of parts) {
    if (part.part !== 'fenced' || part.body.length < Math.min(largeBody, text.length * 0.3)) continue;
    fenced += part.body.length;
    blocks++;
  }
  const share = fenced / text.length;
  return share >= 0.35 ? { kind: 'mixed', confidence: share, evidence: `${blocks} large fenced blocks` } : undefined;
}

function countUpTo(text: string, sign: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + sign.length)) count++;
  return count;
}
