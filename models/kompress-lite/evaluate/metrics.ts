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

/** Measures a system; each document may be counted several times, or not at all. Linear but for one sort for each `judged`. */
export function measure(judged: Judged, times: ArrayLike<number> = judged.scores.map(() => 1)): Metrics {
  const { scores, truth, documents } = sorted(judged);
  let [right, wrong, missed, rest] = [0, 0, 0, 0];
  let [dropsBelow, pairs] = [0, 0];
  for (let from = 0; from < scores.length;) {
    let [keeps, drops, to] = [0, 0, from];
    for (; to < scores.length && scores[to] === scores[from]; to += 1) {
      if (truth[to] === 1) keeps += times[documents[to]!]!;
      else drops += times[documents[to]!]!;
    }
    pairs += keeps * (dropsBelow + drops / 2);
    dropsBelow += drops;
    if (scores[from]! >= judged.threshold) [right, wrong] = [right + keeps, wrong + drops];
    else [missed, rest] = [missed + keeps, rest + drops];
    from = to;
  }
  const all = right + wrong + missed + rest;
  return {
    keepF1: (2 * right) / (2 * right + wrong + missed),
    dropF1: (2 * rest) / Math.max(1, 2 * rest + wrong + missed),
    accuracy: (right + rest) / all,
    auc: pairs / ((right + missed) * (wrong + rest)),
    keeps: (right + wrong) / all,
  };
}

interface Sorted {
  readonly scores: Float64Array;
  readonly truth: Uint8Array;
  readonly documents: Uint32Array;
}

const remembered = new WeakMap<readonly Float64Array[], Sorted>();

/** The words of all documents by rising score. */
function sorted({ scores, kept }: Judged): Sorted {
  const known = remembered.get(scores);
  if (known !== undefined) return known;
  const words = scores.flatMap((own, document) => Array.from(own, (score, word) => ({ score, document, truth: kept[document]![word]! })));
  words.sort((a, b) => a.score - b.score);
  const made = {
    scores: Float64Array.from(words, ({ score }) => score),
    truth: Uint8Array.from(words, ({ truth }) => truth),
    documents: Uint32Array.from(words, ({ document }) => document),
  };
  remembered.set(scores, made);
  return made;
}

/** The middle 95 % of each measure when documents are drawn again with a fixed seed. */
export type Intervals = Readonly<Record<keyof Metrics, readonly [number, number]>>;

const draws = 400;

/** Draws the documents of a system again. */
export function intervalsOf(judged: Judged): Intervals {
  return middles(drawAgain(judged.scores.length).map((times) => measure(judged, times)));
}

/** How far one system is ahead of another when the documents of both are drawn again together. */
export function intervalsOfGap(judged: Judged, other: Judged): Intervals {
  return middles(
    drawAgain(judged.scores.length).map((times) => {
      const [one, two] = [measure(judged, times), measure(other, times)];
      return mapMetrics((name) => one[name] - two[name]);
    }),
  );
}

function mapMetrics<T>(of: (name: keyof Metrics) => T): Record<keyof Metrics, T> {
  return { keepF1: of('keepF1'), dropF1: of('dropF1'), accuracy: of('accuracy'), auc: of('auc'), keeps: of('keeps') };
}

function middles(drawn: readonly Metrics[]): Intervals {
  return mapMetrics((name) => {
    const values = drawn.map((metrics) => metrics[name]).toSorted((a, b) => a - b);
    return [values[Math.floor(draws * 0.025)]!, values[Math.ceil(draws * 0.975) - 1]!] as const;
  });
}

/** How often each document stands in each draw. */
function drawAgain(count: number): readonly Uint32Array[] {
  const random = seededRandom(20261128);
  return Array.from({ length: draws }, () => {
    const times = new Uint32Array(count);
    for (let draw = 0; draw < count; draw += 1) times[Math.floor(random() * count)]! += 1;
    return times;
  });
}

function seededRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}
