/**
 * The units of a text (rows of its longest JSON array, else lines, else sentences) that answer a question best by Okapi BM25, in their order,
 * as many as a share of the characters holds. Without a question it is the head and the tail. Source: Robertson and Zaragoza, 2009.
 */
export function bm25(text: string, question: string, share: number): string {
  if (share >= 1) return text;
  const units = splitUnits(text);
  const scores = okapi(units.map(words), new Set(words(question)));
  const budget = text.length * share;
  const kept = new Set<number>();
  let used = 0;
  for (const index of preference(scores)) {
    const size = units[index]?.length ?? 0;
    if (used + size > budget) continue;
    kept.add(index);
    used += size;
  }
  return units.filter((_, index) => kept.has(index)).join('');
}

/** Best first; units of the same score alternate between the beginning and the end. */
function preference(scores: readonly number[]): number[] {
  const fromEdge = (index: number): number => Math.min(index, scores.length - 1 - index);
  return scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || fromEdge(a) - fromEdge(b) || a - b);
}

function splitUnits(text: string): string[] {
  const rows = longestArray(text);
  if (rows !== undefined && rows.length >= 8) return rows.map((row) => `${JSON.stringify(row)}\n`);
  const lines = text.split(/(?<=\n)/);
  return lines.length >= 20 ? lines : text.split(/(?<=[.!?,;]\s?)/);
}

function longestArray(text: string): unknown[] | undefined {
  let longest: unknown[] = [];
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value) && value.length > longest.length) longest = value;
    for (const child of Object.values(value)) waiting.push(child);
  }
  return longest;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function okapi(documents: readonly (readonly string[])[], question: ReadonlySet<string>): number[] {
  const [k1, b] = [1.2, 0.75];
  const average = documents.reduce((sum, document) => sum + document.length, 0) / Math.max(1, documents.length);
  const holders = new Map<string, number>();
  for (const document of documents)
    for (const word of new Set(document)) if (question.has(word)) holders.set(word, (holders.get(word) ?? 0) + 1);
  return documents.map((document) => {
    const counts = new Map<string, number>();
    for (const word of document) if (question.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    let score = 0;
    for (const [word, count] of counts) {
      const rarity = Math.log(1 + (documents.length - (holders.get(word) ?? 0) + 0.5) / ((holders.get(word) ?? 0) + 0.5));
      score += (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * document.length) / average));
    }
    return score;
  });
}
