import { resolveKompressOptions, type KompressOptions } from './kompress-options.ts';
import { openThreadScorer } from './thread/scoring-thread.ts';

/** What a machine runs for some options. */
export interface KompressInspection {
  /** The model and its runtime, as receipts state it. */
  readonly method: string;
  /** Milliseconds until the model could be asked, the start of its thread included. */
  readonly loadMilliseconds: number;
}

/**
 * Opens the model that options name and asks it about one sentence: says early what a first text would meet.
 *
 * @throws HeadroomError `invalid-option`, `missing-dependency`, `missing-model`.
 * @example (await inspectKompress()).method // 'kompress-lite on onnxruntime-node'
 */
export async function inspectKompress(options?: Pick<KompressOptions, 'runtime' | 'model'>): Promise<KompressInspection> {
  const { runtime, model } = resolveKompressOptions(options);
  const started = performance.now();
  const scorer = await openThreadScorer({ runtime, model });
  const loadMilliseconds = performance.now() - started;
  const text = 'It is there.';
  await scorer.score({ text, question: '', starts: Int32Array.of(0, 3, 6), ends: Int32Array.of(2, 5, 12), sentences: new Int32Array(3) });
  return { method: scorer.method, loadMilliseconds };
}
