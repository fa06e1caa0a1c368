import { featureCount, featureOffsets, layout } from './feature-layout.ts';
import type { Words } from './split-words.ts';
import type { WordRanks } from './vocabulary.ts';
import { readWordFeatures, type WordFeatures } from './word-features.ts';

/** Reads the ids of all words of a text, {@link featureCount} for each, one word after the other. */
export type FeatureReader = (text: string, words: Words) => Int32Array;

/** Distinct words whose features one reader remembers; texts seldom hold more. */
const remembered = 50_000;
/** A word that stood last further back than this many words counts as new, so that long texts look like short ones. */
const repeatSpan = 256;

/**
 * Makes the reader of features over a vocabulary.
 *
 * The reader is a function of the text alone: what it remembers between texts is what it would read again. Linear in the text.
 *
 * @example
 * const readFeatures = createFeatureReader(readVocabulary(file));
 * const ids = readFeatures(text, splitWords(text)); // words × featureCount
 */
export function createFeatureReader(rankOf: WordRanks): FeatureReader {
  const memory = new Map<string, WordFeatures>();
  const featuresOf = (word: string): WordFeatures => {
    const known = memory.get(word);
    if (known !== undefined) return known;
    const features = readWordFeatures(word, rankOf);
    if (memory.size >= remembered) memory.clear();
    memory.set(word, features);
    return features;
  };
  return (text, words) => readAll(text, words, featuresOf);
}

function readAll(text: string, words: Words, featuresOf: (word: string) => WordFeatures): Int32Array {
  const ids = new Int32Array(words.count * featureCount);
  const sentenceEnds = new Uint8Array(words.count);
  const lastPlaces = new Int32Array(layout.vocabulary + layout.unknown).fill(-1 - repeatSpan);
  const timesSeen = new Int32Array(layout.vocabulary + layout.unknown);
  for (let word = 0; word < words.count; word += 1) {
    const features = featuresOf(text.slice(words.starts[word], words.ends[word]));
    const distance = word - lastPlaces[features.word]!;
    const seen = distance > repeatSpan ? 0 : timesSeen[features.word]!;
    const at = word * featureCount;
    ids[at] = featureOffsets[0]! + features.word;
    ids[at + 1] = featureOffsets[1]! + features.prefix;
    ids[at + 2] = featureOffsets[2]! + features.suffix;
    ids[at + 3] = featureOffsets[3]! + features.shape;
    ids[at + 4] = featureOffsets[4]! + features.rarity;
    ids[at + 5] = featureOffsets[5]! + (seen === 0 ? 0 : repeatClass(distance, seen));
    if (features.endsSentence) sentenceEnds[word] = 1;
    lastPlaces[features.word] = word;
    timesSeen[features.word] = seen + 1;
  }
  addPlaces(text, words, { ids, sentenceEnds });
  return ids;
}

/** How far back the word stood last (four classes) and how often it stood before (once, up to three times, more). */
function repeatClass(distance: number, seen: number): number {
  const far = distance <= 4 ? 0 : distance <= 16 ? 1 : distance <= 64 ? 2 : 3;
  const often = seen === 1 ? 0 : seen <= 3 ? 1 : 2;
  return 1 + far * 3 + often;
}

const positions = featureOffsets[6]!;
const enclosures = featureOffsets[7]!;

/** What stands around each word: the gap before it, its place in the sentence from both ends, brackets and quotes around it. */
function addPlaces(
  text: string,
  { count, starts, ends }: Words,
  { ids, sentenceEnds }: { ids: Int32Array; sentenceEnds: Uint8Array },
): void {
  let sinceStart = 0;
  let brackets = 0;
  let quoted = false;
  for (let word = 0; word < count; word += 1) {
    const gap = gapClass(text, word === 0 ? -1 : ends[word - 1]!, starts[word]!);
    if (gap === 3 || (word > 0 && sentenceEnds[word - 1] === 1 && gap > 0)) sinceStart = 0;
    if (gap === 3) {
      brackets = 0;
      quoted = false;
    }
    const first = text.charCodeAt(starts[word]!);
    if (first === 0x28 || first === 0x5b) brackets += 1;
    else if ((first === 0x29 || first === 0x5d) && brackets > 0) brackets -= 1;
    else if (first === 0x22) quoted = !quoted;
    ids[word * featureCount + 6] = positions + gap * 8 + distanceClass(sinceStart);
    ids[word * featureCount + 7] = enclosures + (brackets > 0 ? 8 : 0) + (quoted ? 16 : 0);
    sinceStart += 1;
  }
  let untilEnd = 0;
  for (let word = count - 1; word >= 0; word -= 1) {
    if (sentenceEnds[word] === 1 || (word + 1 < count && ids[(word + 1) * featureCount + 6]! >= positions + 24)) untilEnd = 0;
    ids[word * featureCount + 7]! += distanceClass(untilEnd);
    untilEnd += 1;
  }
}

/** 0 none, 1 spaces, 2 the end of a line, 3 an empty line or the beginning of the text. */
function gapClass(text: string, from: number, to: number): number {
  if (from < 0) return 3;
  if (from === to) return 0;
  let lines = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 0x0a) lines += 1;
  return 1 + Math.min(2, lines);
}

function distanceClass(words: number): number {
  if (words < 4) return words;
  if (words < 8) return 4;
  if (words < 16) return 5;
  return words < 32 ? 6 : 7;
}
