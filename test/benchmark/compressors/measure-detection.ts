import { detectKind } from '../../../packages/core/src/detect/detect-kind.ts';
import type { ContentKind } from '../../../packages/core/src/types/content-kind.ts';
import { spreadOf } from '../statistics.ts';
import { leastTime } from './least-time.ts';
import { grownText, type Workload } from './workloads.ts';

/** How long it takes to tell the kind of texts that turn out to be of one kind, in milliseconds of processor time. */
export interface DetectionRow {
  readonly kind: ContentKind;
  readonly texts: number;
  /** Of one text as it stands in the corpus: the median and the slowest. */
  readonly median: number;
  readonly slowest: number;
  /** For each 100,000 characters of a text of 100,000, a million and 8 million characters. */
  readonly grown: readonly number[];
}

const unit = 100_000;
const grownSizes = [unit, 1_000_000, 8_000_000] as const;
/** A small text takes microseconds, which is what the clock tells apart: it is done so often at once. */
const repeats = 8;

/** Measures the detection of kinds on the texts of the corpus and on longer ones made of them. */
export async function measureDetection(workloads: readonly Workload[], { rounds }: { rounds: number }): Promise<readonly DetectionRow[]> {
  const rows: DetectionRow[] = [];
  for (const kind of new Set(workloads.map((workload) => workload.kind))) {
    const texts = workloads.filter((workload) => workload.kind === kind).map(({ text }) => text);
    const times: number[] = [];
    for (const text of texts) times.push(await detectionTime(text, rounds));
    const grown: number[] = [];
    for (const size of grownSizes) {
      const text = grownText(texts, kind, size);
      grown.push((await detectionTime(text, rounds)) / (text.length / unit));
    }
    rows.push({ kind, texts: texts.length, median: spreadOf(times).median, slowest: Math.max(...times), grown });
  }
  return rows;
}

async function detectionTime(text: string, rounds: number): Promise<number> {
  const time = await leastTime(
    () => {
      for (let round = 0; round < repeats; round += 1) detectKind(text);
    },
    rounds,
    2,
  );
  return time / repeats;
}
