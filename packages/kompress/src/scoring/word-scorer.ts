/** Words to be scored: plain data, so that it can cross to a thread. Word `i` is `text[starts[i]..ends[i])`, in order, without overlap. */
export interface ScoreRequest {
  readonly text: string;
  readonly question: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The sentence of each word; numbers rise. */
  readonly sentences: Int32Array;
}

/** Gives words the probability that a reader needs them. */
export interface WordScorer {
  /** What ran, for the receipt: the model and its runtime. */
  readonly method: string;
  /** One number from 0 to 1 for each word. Rejects with the signal's reason when it is aborted, between two pieces of the text. */
  score(request: ScoreRequest, signal?: AbortSignal): Promise<Float32Array>;
}
