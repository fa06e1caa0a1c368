import { opensSection, type Passages } from '../read/passages.ts';

/** The best passages, whose words may name another section. */
const mostSources = 4;
const leastSource = 0.35;
const mostTitles = 4000;
const shortestTitle = 4;
const mostRead = 1200;
/** A heading's frame: marks, numbers, `[3] Title:`, what stands in brackets behind a name. */
const beforeTitle =
  /^(?:[#=\-~^"*+\s]+|\[[^\]]{0,20}\]|(?:document|title|source|passage|chunk|page|section)\s*[:#]?\s*\d*\s*:?|\d[\d.)]*)\s*/i;

/** What the sentences behind the first of a section get: the first says what the title is. */
const laterShare = 0.7;
/** What a passage of an asked section, and one beside a good passage, is worth as a source beside its own score. */
const askedShare = 0.5;
const nearShare = 0.35;

/**
 * Lifts what the question, or the first half of an answer, points to: sections whose title stands in the question, or in one of the best passages of another section, get the score of
 * that passage (the question's is 1).
 *
 * @param scores of each passage alone, 0 to 1
 * @param near the same of the passages beside it
 */
export function hopScores(
  passages: Passages,
  { scores, near, question }: { readonly scores: Float64Array; readonly near: Float64Array; readonly question: string },
): Float64Array {
  const { text, starts, ends, sections } = passages;
  const titles = titlesOf(passages);
  if (titles.size === 0) return new Float64Array(passages.count);
  const lifted = new Map<number, number>();
  const asked = plain(question.slice(0, mostRead));
  for (const [section, title] of titles) if (asked.includes(` ${title} `)) lifted.set(section, 1);
  const byQuestion = spread(passages, lifted);
  const worth = scores.map((score, passage) => score + nearShare * near[passage]! + askedShare * byQuestion[passage]!);
  const top = worth.reduce((most, value) => Math.max(most, value), 0);
  for (const source of bestPassages(worth, leastSource * top)) {
    const words = plain(text.slice(starts[source], Math.min(ends[source]!, starts[source]! + mostRead)));
    for (const [section, title] of titles)
      if (section !== sections[source] && words.includes(` ${title} `))
        lifted.set(section, Math.max(lifted.get(section) ?? 0, worth[source]! / top));
  }
  return spread(passages, lifted);
}

function spread({ count, sections }: Passages, lifted: ReadonlyMap<number, number>): Float64Array {
  const lift = new Float64Array(count);
  if (lifted.size === 0) return lift;
  for (let passage = 0; passage < count; passage += 1) {
    const first = passage === 0 || sections[passage - 1] !== sections[passage];
    lift[passage] = (lifted.get(sections[passage]!) ?? 0) * (first ? 1 : laterShare);
  }
  return lift;
}

function bestPassages(scores: Float64Array, least: number): readonly number[] {
  const best: number[] = [];
  for (let passage = 0; passage < scores.length; passage += 1) {
    if (scores[passage] === 0 || scores[passage]! < least) continue;
    best.push(passage);
    best.sort((a, b) => scores[b]! - scores[a]! || a - b);
    if (best.length > mostSources) best.pop();
  }
  return best;
}

function titlesOf({ text, count, starts, ends, roles }: Passages): ReadonlyMap<number, string> {
  const titles = new Map<number, string>();
  for (let passage = 0; passage < count && titles.size < mostTitles; passage += 1) {
    if (!opensSection(roles[passage]!)) continue;
    const title = plain(titleText(text.slice(starts[passage], Math.min(ends[passage]!, starts[passage]! + 120)))).trim();
    if (title.length >= shortestTitle) titles.set(passage, title);
  }
  return titles;
}

function titleText(line: string): string {
  let title = line.split('\n').find((part) => /[\p{L}\p{N}]/u.test(part)) ?? '';
  for (let shorter = title.replace(beforeTitle, ''); shorter !== title && shorter !== ''; shorter = title.replace(beforeTitle, ''))
    title = shorter;
  return title.replace(/\s*\([^)]*\)\s*$/, '');
}

/** Words in small letters, one space between and around them. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
