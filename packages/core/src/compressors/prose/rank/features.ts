import { widenedTerms } from '../../../relevance/question-terms.ts';
import { opensSection, type Passages } from '../read/passages.ts';
import { answerType, fitsAnswer, substanceOf, type Substance } from './answer-type.ts';
import { coverRows, scoreRows } from './bm25-rows.ts';
import { hopScores } from './second-hop.ts';
import { countTerms, groupCounts, rarityOf, type TermCounts } from './term-counts.ts';

/** What is known of each passage beside a question, each between 0 and 1. The order is that of the weights. */
export const featureNames = [
  'own',
  'cover',
  'coverWithAbove',
  'before',
  'after',
  'block',
  'section',
  'title',
  'hop',
  'fits',
  'fitsAndHolds',
  'firstOfBlock',
  'lead',
  'length',
  'names',
  'digits',
] as const;

export const featureCount = featureNames.length;

/** A passage without a word of the question is looked at closer only where what stands around it says this much. */
const leastRelevance = 0.35;
const lengthShare = 0.6;
const groupLengthShare = 0.4;
const leadPassages = 3;
const longWords = 60;

/**
 * The features of all passages, row after row of {@link featureNames}; undefined where the question names nothing that the text holds. Linear.
 */
export function readFeatures(passages: Passages, question: string, toolInput: unknown): Float32Array | undefined {
  const columns = readColumns(passages, question, toolInput);
  if (columns === undefined) return undefined;
  const rows = new Float32Array(passages.count * featureCount);
  featureNames.forEach((name, feature) => {
    const column = columns[name]();
    for (let passage = 0; passage < passages.count; passage += 1) rows[passage * featureCount + feature] = column[passage]!;
  });
  return rows;
}

/** Columns of features, each made when it is asked for: what counts nothing need not be read. */
export type FeatureColumns = Readonly<Record<(typeof featureNames)[number], () => Float64Array>>;

/** The features of all passages column by column; undefined where the question names nothing that the text holds. */
export function readColumns(passages: Passages, question: string, toolInput: unknown): FeatureColumns | undefined {
  const terms = widenedTerms(question, toolInput);
  if (terms.length === 0) return undefined;
  const own = countTerms(passages, terms);
  return own.held.length === 0 ? undefined : columnsOf(passages, own, question);
}

function columnsOf(passages: Passages, own: TermCounts, question: string): FeatureColumns {
  const { text, count, starts, ends, blocks } = passages;
  const rarity = rarityOf(own);
  const score = scoreRows(own, rarity, lengthShare);
  const cover = coverRows(own, rarity);
  const blockScore = groupScore(own, blocks, (blocks[count - 1] ?? 0) + 1);
  const title = titleCover(passages, cover);
  const before = neighbours(blocks, score, -1);
  const after = neighbours(blocks, score, 1);
  const fits = fitColumn();
  /** Only what may answer is looked at closer. */
  function isRelevant(passage: number): boolean {
    return score[passage]! > 0 || Math.max(blockScore[passage]!, title[passage]!) > leastRelevance;
  }
  function fitColumn(): Float64Array {
    const type = answerType(question);
    const column = new Float64Array(count);
    if (!type.number && !type.name) return column;
    for (let passage = 0; passage < count; passage += 1)
      if (isRelevant(passage)) column[passage] = fitsAnswer(type, text, starts[passage]!, ends[passage]!);
    return column;
  }
  const substance = (read: (found: Substance) => number): Float64Array =>
    fillColumn(count, (passage) => (isRelevant(passage) ? read(substanceOf(text, starts[passage]!, ends[passage]!)) : 0));
  return {
    own: () => score,
    cover: () => cover,
    coverWithAbove: () => coverRows(own, rarity, passages.parents),
    before: () => before,
    after: () => after,
    block: () => blockScore,
    section: () => groupScore(own, sectionsWithHeadings(passages), count),
    title: () => title,
    hop: () =>
      hopScores(passages, {
        scores: score,
        near: before.map((value, passage) => Math.max(value, after[passage]!)),
        question,
      }),
    fits: () => fits,
    fitsAndHolds: () => fillColumn(count, (passage) => fits[passage]! * Math.max(score[passage]!, 0.5 * blockScore[passage]!)),
    firstOfBlock: () => fillColumn(count, (passage) => (passage === 0 || blocks[passage] !== blocks[passage - 1] ? 1 : 0)),
    lead: () => new Float64Array(count).fill(1, 0, leadPassages),
    length: () => fillColumn(count, (passage) => Math.min(1, own.lengths[passage]! / longWords)),
    names: () => substance(({ names }) => names),
    digits: () => substance(({ digits }) => (digits ? 1 : 0)),
  };
}

/** A column made by a loop: `Float64Array.from` with a function takes many times longer. */
function fillColumn(count: number, read: (passage: number) => number): Float64Array {
  const column = new Float64Array(count);
  for (let passage = 0; passage < count; passage += 1) column[passage] = read(passage);
  return column;
}

/** The score of the passage before (-1) or behind (1) each, where both are of one block. */
function neighbours(blocks: Int32Array, scores: Float64Array, step: 1 | -1): Float64Array {
  return fillColumn(scores.length, (passage) => (blocks[passage + step] === blocks[passage] ? scores[passage + step]! : 0));
}

/** The section of each passage; a heading belongs to the one that it opens. */
function sectionsWithHeadings({ count, roles, sections }: Passages): Int32Array {
  const own = sections.slice();
  for (let passage = 0; passage < count; passage += 1) if (opensSection(roles[passage]!)) own[passage] = passage;
  return own;
}

/** The score of the group that each passage belongs to. */
function groupScore(own: TermCounts, groupOf: Int32Array, groups: number): Float64Array {
  const sums = groupCounts(own, groupOf, groups);
  const scores = scoreRows(sums, rarityOf(sums), groupLengthShare);
  return fillColumn(groupOf.length, (passage) => (groupOf[passage]! < 0 ? 0 : scores[groupOf[passage]!]!));
}

/** How much of the question stands in the headings above each passage. */
function titleCover({ count, roles, sections }: Passages, cover: Float64Array): Float64Array {
  const above = new Float64Array(count);
  for (let passage = 0; passage < count; passage += 1) {
    const section = sections[passage]!;
    const inherited = section < 0 ? 0 : above[section]!;
    above[passage] = opensSection(roles[passage]!) ? Math.max(cover[passage]!, 0.8 * inherited) : inherited;
  }
  return above;
}
