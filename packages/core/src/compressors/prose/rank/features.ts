import { widenedTerms } from '../../../relevance/question-terms.ts';
import { opensSection, type Passages } from '../read/passages.ts';
import { answerType, fitsAnswer, substanceOf } from './answer-type.ts';
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
  const terms = widenedTerms(question, toolInput);
  if (terms.length === 0) return undefined;
  const own = countTerms(passages, terms);
  const rarity = rarityOf(own);
  if (rarity.every((value) => value === 0)) return undefined;
  const columns = columnsOf(passages, own, rarity, question);
  const rows = new Float32Array(passages.count * featureCount);
  columns.forEach((column, feature) => {
    for (let passage = 0; passage < passages.count; passage += 1) rows[passage * featureCount + feature] = column[passage]!;
  });
  return rows;
}

function columnsOf(passages: Passages, own: TermCounts, rarity: Float64Array, question: string): readonly (Float64Array | Float32Array)[] {
  const { count, blocks } = passages;
  const score = scoreRows(own, rarity, lengthShare);
  const blockScore = groupScore(own, blocks, (blocks[count - 1] ?? 0) + 1);
  const sectionScore = groupScore(own, sectionsWithHeadings(passages), count);
  const column = (read: (passage: number) => number): Float64Array => fillColumn(count, read);
  const neighbour = (passage: number, other: number): number => (blocks[other] === blocks[passage] ? score[other]! : 0);
  const title = titleCover(passages, own, rarity);
  const type = answerType(question);
  const asksType = type.number || type.name;
  const relevant = (passage: number): boolean => score[passage]! > 0 || Math.max(blockScore[passage]!, title[passage]!) > leastRelevance;
  const fits = column((passage) =>
    asksType && relevant(passage) ? fitsAnswer(type, passages.text, passages.starts[passage]!, passages.ends[passage]!) : 0,
  );
  const names = new Float64Array(count);
  const digits = new Float64Array(count);
  for (let passage = 0; passage < count; passage += 1) {
    if (!relevant(passage)) continue;
    const substance = substanceOf(passages.text, passages.starts[passage]!, passages.ends[passage]!);
    names[passage] = substance.names;
    digits[passage] = substance.digits ? 1 : 0;
  }
  return [
    score,
    coverRows(own, rarity),
    coverRows(withAbove(passages, own), rarity),
    column((passage) => neighbour(passage, passage - 1)),
    column((passage) => neighbour(passage, passage + 1)),
    blockScore,
    sectionScore,
    title,
    hopScores(passages, {
      scores: score,
      near: column((passage) => Math.max(neighbour(passage, passage - 1), neighbour(passage, passage + 1))),
      question,
    }),
    fits,
    column((passage) => fits[passage]! * Math.max(score[passage]!, 0.5 * blockScore[passage]!)),
    column((passage) => (passage === 0 || blocks[passage] !== blocks[passage - 1] ? 1 : 0)),
    column((passage) => (passage < leadPassages ? 1 : 0)),
    column((passage) => Math.min(1, own.lengths[passage]! / longWords)),
    names,
    digits,
  ];
}

/** A column made by a loop: `Float64Array.from` with a function takes many times longer. */
function fillColumn(count: number, read: (passage: number) => number): Float64Array {
  const column = new Float64Array(count);
  for (let passage = 0; passage < count; passage += 1) column[passage] = read(passage);
  return column;
}

/** The section of each passage; a heading belongs to the one that it opens. */
function sectionsWithHeadings({ roles, sections }: Passages): Int32Array {
  return sections.map((section, passage) => (opensSection(roles[passage]!) ? passage : section));
}

/** The score of the group that each passage belongs to. */
function groupScore(own: TermCounts, groupOf: Int32Array, groups: number): Float64Array {
  const sums = groupCounts(own, groupOf, groups);
  const scores = scoreRows(sums, rarityOf(sums), groupLengthShare);
  return fillColumn(groupOf.length, (passage) => (groupOf[passage]! < 0 ? 0 : scores[groupOf[passage]!]!));
}

/** How much of the question stands in the headings above each passage. */
function titleCover({ count, roles, sections }: Passages, own: TermCounts, rarity: Float64Array): Float64Array {
  const cover = coverRows(own, rarity);
  const above = new Float64Array(count);
  for (let passage = 0; passage < count; passage += 1) {
    const section = sections[passage]!;
    const inherited = section < 0 ? 0 : above[section]!;
    above[passage] = opensSection(roles[passage]!) ? Math.max(cover[passage]!, 0.8 * inherited) : inherited;
  }
  return above;
}

/** The counts of each passage with those of the passages that must stand above it. */
function withAbove({ count, parents }: Passages, { terms, counts, lengths }: TermCounts): TermCounts {
  const sums = counts.slice();
  const width = terms.length;
  for (let passage = 0; passage < count; passage += 1) {
    const parent = parents[passage]!;
    if (parent < 0) continue;
    for (let term = 0; term < width; term += 1) sums[passage * width + term]! += sums[parent * width + term]!;
  }
  return { terms, counts: sums, lengths };
}
