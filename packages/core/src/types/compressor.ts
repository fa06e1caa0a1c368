import type { ContentKind } from './content-kind.ts';

/** What a rewrite does to the text: `lossless` decodes back to an equal value, `reversible` leaves something out that the store has. */
export type Fidelity = 'lossless' | 'reversible';

/** Something that a text leaves out, stated in the unit of the thing (I11). */
export interface Omission {
  /** What was left out, in the plural: `rows`, `lines`, `items`, `characters`, `keys`. */
  readonly unit: string;
  readonly count: number;
  /** Where: a JSON path, a line range (`120-164`), a file. Empty for the whole text. */
  readonly where: string;
  /** Short facts computed from exactly what was left out, such as `12×INFO` or `id 4..93`. */
  readonly facts: readonly string[];
}

/** A text to be made shorter, and what is known about where it came from. */
export interface Payload {
  readonly text: string;
  readonly kind: ContentKind;
  readonly toolName?: string;
  readonly toolInput?: unknown;
  /** The question before the text; empty where there is none. */
  readonly question: string;
}

/** What a compressor may use: pure functions and figures, no I/O, no clock. */
export interface CompressContext {
  /** The weakest fidelity that may be used: under `lossless` nothing may be left out. */
  readonly fidelity: Fidelity;
  /** Tokens of the whole original text. */
  readonly tokensBefore: number;
  /** Tokens that a reversible form may take, its handle included. A lossless form that fits this drops nothing. */
  readonly tokenBudget: number;
  /** Counts tokens exactly, with the counter that judges the result. */
  readonly count: (text: string) => number;
  /** Tokens that the handle with its facts will add (about). */
  readonly handleTokens: number;
  /**
   * Aborted when nobody waits for the answer any more: a compressor that works in steps stops between them. It decides nothing else (I4).
   *
   * @default absent where the thread itself is ended instead
   */
  readonly signal?: AbortSignal;
}

/** A shorter text, offered by a compressor. */
export interface Candidate {
  /** What the model would read, without the handle. */
  readonly text: string;
  readonly fidelity: Fidelity;
  readonly omissions: readonly Omission[];
  /**
   * Whether every literal of the original (string, number, name) still stands letter by letter in `text`. A lossless form with `folded`
   * literals gets a handle where one can be redeemed, so that a reader can ask for the plain spelling.
   *
   * @default 'whole'
   */
  readonly literals?: 'whole' | 'folded';
  /** Tokens of `text` if the compressor counted them already with `context.count`. */
  readonly tokens?: number;
  /**
   * How it was made where a compressor has several ways (a model's runtime, its fallback): stated in the receipt.
   *
   * @default there is one way
   */
  readonly method?: string;
  /**
   * Puts the marker into the text where the format wants it (JSON that stays JSON keeps it in an array element).
   *
   * @default the marker stands on its own last line
   */
  readonly place?: (marker: string) => string;
}

/** Makes texts of some kinds shorter: pure, deterministic, without I/O and without a clock (I4). */
export interface Compressor {
  readonly name: string;
  readonly kinds: readonly ContentKind[];
  /**
   * The address of an ES module whose default export is a function that makes this very compressor, options included (they may stand in the address): with it large texts
   * can be worked on in a worker thread, to which a function itself cannot cross.
   *
   * @default with this compressor all work stays on the caller's thread
   */
  readonly module?: string;
  /**
   * Names of compressors that are not asked where this one is, because it goes on from what they do.
   *
   * @default none
   */
  readonly replaces?: readonly string[];
  compress(payload: Payload, context: CompressContext): Candidate | undefined | Promise<Candidate | undefined>;
}
