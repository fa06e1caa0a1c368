/** What a system said of words, and what the labels say; words outside are left out before. */
export interface Judged {
  /** One array for each document, so that documents can be drawn again. */
  readonly scores: readonly Float64Array[];
  readonly kept: readonly Uint8Array[];
  readonly threshold: number;
}

/** How well the words to keep were found. */
export interface Metrics {
  readonly keepF1: number;
  readonly dropF1: number;
  readonly accuracy: number;
  /** Chance that a word to keep is scored above a word to drop; ties count half. */
  readonly auc: number;
  /** Share of the words that the system keeps. */
  readonly keeps: number;
}

/** Measures a system over some documents, which may be named more than once. */
export function measure({ scores, kept, threshold }: Judged, documents: readonly number[] = [...scores.keys()]): Metrics {
  let [right, wrong, missed, rest] = [0, 0, 0, 0];
  for (const document of documents) {
    const truth = kept[document]!;
    scores[document]!.forEach((score, word) => {
      const keeps = score >= threshold;
      if (keeps && truth[word] === 1) right += 1;
      else if (keeps) wrong += 1;
      else if (truth[word] === 1) missed += 1;
      else rest += 1;
    });
  }
  const all = right + wrong + missed + rest;
  return {
    keepF1: (2 * right) / (2 * right + wrong + missed),
    dropF1: (2 * rest) / Math.max(1, 2 * rest + wrong + missed),
    accuracy: (right + rest) / all,
    auc: areaUnderCurve(documents.map((document) => [scores[document]!, kept[document]!])),
    keeps: (right + wrong) / all,
  };
}

function areaUnderCurve(documents: readonly (readonly [Float64Array, Uint8Array])[]): number {
  const total = documents.reduce((sum, [scores]) => sum + scores.length, 0);
  const scores = new Float64Array(total);
  const truth = new Uint8Array(total);
  let at = 0;
  for (const [own, labels] of documents) {
    scores.set(own, at);
    truth.set(labels, at);
    at += own.length;
  }
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[a]! - scores[b]!);
  let [ranks, positives] = [0, 0];
  for (let from = 0; from < total;) {
    let to = from;
    while (to < total && scores[order[to]!] === scores[order[from]!]) to += 1;
    for (let place = from; place < to; place += 1) {
      if (truth[order[place]!] !== 1) continue;
      ranks += (from + to + 1) / 2;
      positives += 1;
    }
    from = to;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (total - positives));
}

/** The middle 95 % of a measure when documents are drawn again with a fixed seed. */
export function intervalOf(judged: Judged, read: (metrics: Metrics) => number, draws = 400): readonly [number, number] {
  const random = seededRandom(20261128);
  const count = judged.scores.length;
  const values = Array.from({ length: draws }, () =>
    read(
      measure(
        judged,
        Array.from({ length: count }, () => Math.floor(random() * count)),
      ),
    ),
  ).sort((a, b) => a - b);
  return [values[Math.floor(draws * 0.025)]!, values[Math.ceil(draws * 0.975) - 1]!];
}

function seededRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}
