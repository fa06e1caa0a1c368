import { code, frame, heading, sentence, type Passages } from '../read/passages.ts';

const leastFenced = 0.35;
const leastBlocks = 3;
const quotedShare = 0.6;
/** Beside the best score. */
const toldWorth = 0.05;
const lastWorth = 0.2;
const lastPassages = 4;
const mostIndent = 4;
const space = 0x20;
const tick = 0x60;
const tilde = 0x7e;

/**
 * Where a text is talk around large blocks of what was read and printed (the record of a session, a report with its evidence), what is said between the blocks tells what they mean and how it
 * ended, in few words; a block that holds the words of the question is often only long.
 *
 * @returns the scores, weighed anew in such a text
 */
export function weighTold(passages: Passages, scores: Float64Array): Float64Array {
  const { count, roles, starts, text } = passages;
  const quoted = fencedPassages(passages);
  let fenced = 0;
  let blocks = 0;
  for (let passage = 0; passage < count; passage += 1) {
    if (quoted[passage] === 0) continue;
    fenced += (starts[passage + 1] ?? text.length) - starts[passage]!;
    if (passage === 0 || quoted[passage - 1] === 0) blocks += 1;
  }
  if (blocks < leastBlocks || fenced < text.length * leastFenced) return scores;
  let best = 0;
  for (const score of scores) best = Math.max(best, score);
  const weighed = scores.map((score, passage) => (quoted[passage] === 1 ? score * quotedShare : score + toldWorth * best));
  for (let passage = count - 1, seen = 0; passage >= 0 && seen < lastPassages; passage -= 1) {
    if (roles[passage] !== sentence && roles[passage] !== heading) continue;
    weighed[passage]! += lastWorth * best;
    seen += 1;
  }
  return weighed;
}

/** 1 for fences and what stands between them; lines that are only indented are none. */
function fencedPassages({ codes, count, roles, starts }: Passages): Uint8Array {
  const fenced = new Uint8Array(count);
  let isOpen = false;
  for (let passage = 0; passage < count; passage += 1) {
    const isFence = opensFence(codes, starts[passage]!);
    if (isFence || (isOpen && roles[passage] === code)) fenced[passage] = 1;
    if (isFence) isOpen = roles[passage] === frame && !isOpen;
    else if (roles[passage] !== code) isOpen = false;
  }
  return fenced;
}

/** Whether three ticks or tildes stand at a place, behind white space that a fence may have. */
function opensFence(codes: Uint16Array, start: number): boolean {
  let at = start;
  while (at < start + mostIndent && codes[at]! <= space) at += 1;
  const sign = codes[at];
  return (sign === tick || sign === tilde) && codes[at + 1] === sign && codes[at + 2] === sign;
}
