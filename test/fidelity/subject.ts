/** One text to be compressed, as the scorer hands it out. */
export interface Input {
  readonly id: string;
  readonly text: string;
  readonly query?: string;
}

/** What came of it. */
export interface Compressed {
  readonly id: string;
  readonly text: string;
  readonly kind?: string;
  readonly compressor?: string;
  readonly tokensBefore?: number;
  readonly tokensAfter?: number;
  readonly handles: readonly string[];
  readonly milliseconds?: number;
}

/** One call of the retrieve tool; without a query it asks for the whole original. */
export interface Request {
  readonly id: string;
  readonly hash: string;
  readonly query?: string;
  readonly budget?: number;
}

export interface Retrieved {
  readonly id: string;
  readonly found: boolean;
  readonly text: string;
  readonly reason?: string;
}

export type Mode = 'reversible' | 'lossless';

/** Something that compresses and gives back: the library, or any program that speaks the command line's protocol. Answers come in any order. */
export interface Subject {
  readonly name: string;
  compress(inputs: readonly Input[], mode: Mode): Promise<readonly Compressed[]>;
  retrieve(requests: readonly Request[]): Promise<readonly Retrieved[]>;
  close(): Promise<void>;
}
