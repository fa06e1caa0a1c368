import { liftDates } from './dated-openings.ts';
import { sentence, term, type Passages } from '../read/passages.ts';
import { weighListed } from './listed-rows.ts';
import { featureNames, readColumns } from './features.ts';
import { weighTold } from './told-around.ts';
import { rankerWeights } from './ranker-weights.ts';

/** What a passage gets of the score of the sentence or term that leads to it. */
const introducedShare = 0.85;

/** Scores of passages beside a question, 0 to 1; undefined where the question names nothing that the text holds. */
export function questionScores(passages: Passages, question: string, toolInput: unknown): Float64Array | undefined {
  const columns = readColumns(passages, question, toolInput);
  if (columns === undefined) return undefined;
  const scores = new Float64Array(passages.count);
  featureNames.forEach((name, feature) => {
    const weight = rankerWeights[feature]!;
    if (weight === 0) return;
    const column = columns[name]();
    for (let passage = 0; passage < scores.length; passage += 1) scores[passage]! += weight * column[passage]!;
  });
  for (let passage = 0; passage < scores.length; passage += 1)
    scores[passage] = Math.max(scores[passage]!, introducedShare * introductionOf(passages, scores, passage));
  liftDates(passages, scores, question);
  const weighed = weighTold(passages, scores);
  weighListed(passages, weighed, question);
  return weighed;
}

/** The score of the sentence or term right above that a passage belongs to (`To list them:`, `--depth`): what it leads to is what it speaks of. */
function introductionOf({ parents, roles }: Passages, scores: Float64Array, passage: number): number {
  const above = parents[passage]!;
  return above >= 0 && above === passage - 1 && (roles[above] === sentence || roles[above] === term) ? scores[above]! : 0;
}
