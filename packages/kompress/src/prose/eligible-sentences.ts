import { passageRoles, type Passages } from '@headroom/core';
import { otherShape, readUnits, selectSentences, signsAlone, type ProseRange, type Units } from '../words/units.ts';
import { commonWord } from '../words/word-traits.ts';

/** Shorter sentences are labels, titles and answers: nothing in them is idle. */
const fewestWords = 6;
/** Share of a sentence's units that must be plain words: below it the line is code, a row or a path listing, whatever stands around it. */
const leastPlain = 0.6;
/** Share of a sentence's plain words that are the commonest of English; other languages have hardly any of them. */
const leastCommon = 0.1;

/** The words of eligible sentences. */
export interface EligibleUnits extends Units {
  /** The passage that each sentence is, by the number that `ranges` tells. */
  readonly passages: Int32Array;
}

/**
 * Reads the words of the sentences in which words may be left out: English sentences and items of lists. Headings, tables, fenced and indented code, who speaks, other languages and
 * short lines stay as they are.
 *
 * @returns undefined where there are none
 */
export function readEligibleUnits(passages: Passages): EligibleUnits | undefined {
  const candidates = sentencesOf(passages);
  const units = readUnits(passages.text, candidates);
  const eligible = eligibleOf(candidates.length, units);
  if (eligible.length === 0) return undefined;
  const chosen = eligible.length === candidates.length ? units : selectSentences(units, candidates, eligible);
  return { ...chosen, passages: Int32Array.from(eligible, (range) => candidates[range]!.passage) };
}

interface Sentence extends ProseRange {
  readonly passage: number;
}

function sentencesOf({ count, starts, ends, roles, blocks }: Passages): readonly Sentence[] {
  const ranges: Sentence[] = [];
  for (let passage = 0; passage < count; passage += 1) {
    const role = roles[passage];
    if (role !== passageRoles.sentence && role !== passageRoles.listItem) continue;
    ranges.push({ start: starts[passage]!, end: ends[passage]!, block: blocks[passage]!, passage });
  }
  return ranges;
}

/** The numbers of the sentences that are eligible. */
function eligibleOf(count: number, units: Units): readonly number[] {
  const plain = new Int32Array(count);
  const common = new Int32Array(count);
  const all = new Int32Array(count);
  for (let unit = 0; unit < units.count; unit += 1) {
    const shape = units.shapes[unit]!;
    if (shape === signsAlone) continue;
    const range = units.ranges[unit]!;
    all[range]! += 1;
    if (shape === otherShape) continue;
    plain[range]! += 1;
    if ((units.traits[unit]! & commonWord) !== 0) common[range]! += 1;
  }
  return Array.from({ length: count }, (_, range) => range).filter(
    (range) =>
      all[range]! >= fewestWords && plain[range]! >= leastPlain * all[range]! && common[range]! >= Math.max(1, leastCommon * plain[range]!),
  );
}
