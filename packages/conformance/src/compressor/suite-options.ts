import type { Compressor, Payload } from '@headroom/core';
import type { TestRunner } from '../test-runner.ts';

/** How a compressor is tested. */
export interface CompressorSuiteOptions {
  readonly test: TestRunner;
  readonly createCompressor: () => Compressor;
  /** Payloads of the compressor's kinds, by name: large and small, typical and odd. At least one of them must be made smaller. */
  readonly payloads: Readonly<Record<string, Payload>>;
  /** Undoes a lossless text; needed by a compressor that offers any. */
  readonly decode?: (text: string, payload: Payload) => string;
  /**
   * Whether a decoded text is worth the original.
   *
   * @default they are the same text
   */
  readonly equal?: (decoded: string, original: string) => boolean;
  readonly options?: {
    /** Counts tokens. @default a rough count of words and signs, unlike any tokenizer: a compressor that counts for itself is found out */
    readonly count?: (text: string) => number;
    /** Units of a hostile text. @default 1000000 */
    readonly hostileLength?: number;
    /** Milliseconds that one hostile text may take. @default 5000 */
    readonly hostileMilliseconds?: number;
  };
}

/** Options with all defaults filled in. */
export interface ResolvedCompressorSuite
  extends Required<Omit<CompressorSuiteOptions, 'options' | 'decode'>>, Required<NonNullable<CompressorSuiteOptions['options']>> {
  readonly decode: CompressorSuiteOptions['decode'];
}
