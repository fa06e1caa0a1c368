import { speaksOfTrouble } from '../../../relevance/columns/trouble.ts';
import { code, frame, heading, listItem, opensSection, speaker, tableRow, term, type Passages } from '../read/passages.ts';
import { spellsNumber, substanceOf } from './answer-type.ts';
import { countBoilerplate } from './boilerplate.ts';
import { readNovelty } from './novelty.ts';

/** A passage of which this share was said before, pair of words by pair of words, is a near-duplicate, worth what little is new in it. */
const leastRepeated = 0.75;
const duplicateWorth = 0.05;
const boilerplateWorth = 0.25;
const termsWorth = 0.15;
const ruleWorth = 0.3;
/** What forbids, limits, requires, excepts or ends something: people come back to a text for its rules more than for its descriptions. */
const rule =
  /\b(?:not|never|no longer|cannot|can't|don't|doesn't|must|only|unless|except|defaults?|requires?|required|at least|at most|up to|maximum|minimum|limit(?:ed)?|deprecated|removed|dropped|replaced?s?|since|until|instead|because|otherwise|always|should|none|without|recommended|whether|nunca|jamás|debe|deben|solo|sólo|jamais|doit|doivent|seulement|nicht|niemals|nie|muss|müssen|nur|kein[e]?|mai|deve|devono)\b/i;
/** What went wrong is what most outputs are looked at for. */
const troubleWorth = 0.3;
const firstWorth = 0.2;
const leadWorth = 0.3;
const leadPassages = 3;
const mostReadForRules = 1200;
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
  const { text, count, starts, ends, blocks, roles } = passages;
  const { fresh, terms, repeated } = readNovelty(passages);
  const phrases = countBoilerplate(passages);
  const scoreOf = (passage: number): number => {
    const [start, end] = [starts[passage]!, ends[passage]!];
    if (repeated[passage]! >= leastRepeated && !opensSection(roles[passage]!))
      return (duplicateWorth + fresh[passage]!) * boilerplateWorth ** phrases[passage]!;
    const { digits, names } = substanceOf(text, start, end);
    const first = passage === 0 || blocks[passage] !== blocks[passage - 1];
    const worth =
      0.1 +
      fresh[passage]! +
      termsWorth * terms[passage]! +
      numberWorth(digits, text, start, end) +
      0.3 * names +
      (speaksOfTrouble(text, start, Math.min(end, start + mostReadForRules)) ? troubleWorth : 0) +
      (rule.test(text.slice(start, Math.min(end, start + mostReadForRules))) ? ruleWorth : 0) +
      (first ? firstWorth : 0) +
      (passage < leadPassages ? leadWorth : 0) +
      (roleWorths[roles[passage]!] ?? 0);
    return Math.max(0.01, worth) * boilerplateWorth ** phrases[passage]!;
  };
  const scores = new Float64Array(count);
  for (let passage = 0; passage < count; passage += 1) scores[passage] = scoreOf(passage);
  return scores;
}

function numberWorth(digits: boolean, text: string, start: number, end: number): number {
  return digits ? 0.3 : spellsNumber(text, start, end) ? 0.2 : 0;
}
