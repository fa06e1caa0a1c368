import { code, frame, heading, listItem, opensSection, speaker, tableRow, term, type Passages } from '../read/passages.ts';
import { mostNames, readSigns, said } from './passage-signs.ts';

/** A passage of which this share was said before, pair of words by pair of words, is a near-duplicate, worth what little is new in it. */
const leastRepeated = 0.75;
const duplicateWorth = 0.05;
const boilerplateWorth = 0.25;
const termsWorth = 0.15;
const digitsWorth = 0.3;
/** A number in words. */
const numberWorth = 0.2;
const namesWorth = 0.3;
/** People come back to a text for its rules more than for its descriptions. */
const ruleWorth = 0.3;
/** What went wrong is what most outputs are looked at for. */
const troubleWorth = 0.3;
const firstWorth = 0.2;
const leadWorth = 0.3;
const leadPassages = 3;
const leastWorth = 0.01;
const plainWorth = 0.1;
const roleWorths: Readonly<Record<number, number>> = {
  [heading]: 0.5,
  [term]: 0.15,
  [listItem]: 0.15,
  [tableRow]: 0.1,
  [code]: -0.15,
  [speaker]: 0,
  [frame]: 0,
};

/**
 * Scores of passages where nothing is asked: what says nothing new goes first. Near-duplicates of earlier passages and boilerplate are worth next to nothing, then comes what adds
 * few words; what holds numbers, names and rules, opens a paragraph or the text stays longest. Linear.
 */
export function plainScores(passages: Passages): Float64Array {
  const { count, blocks, roles } = passages;
  const signs = readSigns(passages);
  const scores = new Float64Array(count);
  for (let passage = 0; passage < count; passage += 1) {
    const fresh = signs.fresh[passage]!;
    const found = signs.said[passage]!;
    const role = roles[passage]!;
    const phrases = signs.phrases[passage]!;
    const left = phrases === 0 ? 1 : boilerplateWorth ** phrases;
    if (signs.repeated[passage]! >= leastRepeated && !opensSection(role)) {
      scores[passage] = (duplicateWorth + fresh) * left;
      continue;
    }
    let worth = plainWorth + fresh + termsWorth * signs.terms[passage]! + (namesWorth * signs.names[passage]!) / mostNames;
    if ((found & said.digits) !== 0) worth += digitsWorth;
    else if ((found & said.number) !== 0) worth += numberWorth;
    if ((found & said.trouble) !== 0) worth += troubleWorth;
    if ((found & said.rule) !== 0) worth += ruleWorth;
    if (passage === 0 || blocks[passage] !== blocks[passage - 1]) worth += firstWorth;
    if (passage < leadPassages) worth += leadWorth;
    worth += roleWorths[role] ?? 0;
    scores[passage] = Math.max(leastWorth, worth) * left;
  }
  return scores;
}
