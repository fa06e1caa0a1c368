import { heading, type Passages } from '../read/passages.ts';

/** The best passages, whose words may name another section. */
const mostSources = 4;
const leastSource = 0.35;
const mostTitles = 4000;
const shortestTitle = 4;
const mostRead = 1200;
/** A heading's frame: marks, numbers, `[3] Title:`, what stands in brackets behind a name. */
const beforeTitle = /^(?:[#=\-~^"*+\s]+|\[[^\]]{0,20}\]|(?:document|title|source|passage|chunk|page|section)\s*[:#]?\s*\d*\s*:?|\d[\d.)]*)\s*/i;

/**
 * Lifts what the answer's first half points to: passages of sections whose title stands in one of the best passages of another section get that passage's score; and passages of
 * the section that a best passage stands in, less.
 */
export function hopScores(passages: Passages, scores: Float64Array): Float64Array {
  const { text, count, starts, ends, sections } = passages;
  const hop = new Float64Array(count);
  const titles = titlesOf(passages);
  if (titles.size === 0) return hop;
  const lifted = new Map<number, number>();
  for (const source of bestPassages(scores)) {
    const words = plain(text.slice(starts[source], Math.min(ends[source]!, starts[source]! + mostRead)));
    for (const [section, title] of titles)
      if (section !== sections[source] && words.includes(` ${title} `)) lifted.set(section, Math.max(lifted.get(section) ?? 0, scores[source]!));
  }
  for (let passage = 0; passage < count; passage += 1) hop[passage] = lifted.get(sections[passage]!) ?? 0;
  return hop;
}

function bestPassages(scores: Float64Array): readonly number[] {
  const best: number[] = [];
  for (let passage = 0; passage < scores.length; passage += 1) {
    if (scores[passage]! < leastSource) continue;
    best.push(passage);
    best.sort((a, b) => scores[b]! - scores[a]! || a - b);
    if (best.length > mostSources) best.pop();
  }
  return best;
}

function titlesOf({ text, count, starts, ends, roles }: Passages): ReadonlyMap<number, string> {
  const titles = new Map<number, string>();
  for (let passage = 0; passage < count && titles.size < mostTitles; passage += 1) {
    if (roles[passage] !== heading) continue;
    const title = plain(titleText(text.slice(starts[passage], Math.min(ends[passage]!, starts[passage]! + 120)))).trim();
    if (title.length >= shortestTitle) titles.set(passage, title);
  }
  return titles;
}

function titleText(line: string): string {
  let title = line.split('\n').find((part) => /[\p{L}\p{N}]/u.test(part)) ?? '';
  for (let shorter = title.replace(beforeTitle, ''); shorter !== title && shorter !== ''; shorter = title.replace(beforeTitle, '')) title = shorter;
  return title.replace(/\s*\([^)]*\)\s*$/, '');
}

/** Words in small letters, one space between and around them. */
function plain(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}
