import { HeadroomError } from '../errors/headroom-error.ts';
import type { TokenCounter } from '../types/token-counter.ts';
import { createCountPieces } from './count-pieces.ts';
import { createTokenCounter } from './create-token-counter.ts';
import type { Encoding } from './encoding.ts';
import { cl100kPieceEnd } from './split-cl100k.ts';
import { o200kPieceEnd } from './split-o200k.ts';
import type { PieceEnd } from './split-shared.ts';
import { createVocabulary } from './vocabulary.ts';

/** Bytes of text that one counter remembers. */
const cacheBytes = 16 * 1024 * 1024;

const sources: Record<Encoding, { pieceEnd: PieceEnd; ranks: () => Promise<{ default: (string | number[])[] }> }> = {
  // Loaded on demand: each table is one to two megabytes of source.
  o200k_base: { pieceEnd: o200kPieceEnd, ranks: () => import('gpt-tokenizer/bpeRanks/o200k_base') },
  cl100k_base: { pieceEnd: cl100kPieceEnd, ranks: () => import('gpt-tokenizer/bpeRanks/cl100k_base') },
};

const loaded = new Map<Encoding, Promise<TokenCounter>>();

/**
 * Loads the exact counter of an encoding, once per process (about 0.1 s and a few megabytes); later calls give the same counter.
 *
 * Counts equal OpenAI's tiktoken with special tokens read as ordinary text. Time is n log n in the longest unbroken run and linear in all else.
 * Throws `HeadroomError` (`missing-dependency`) where the rank tables of gpt-tokenizer cannot be loaded.
 *
 * @example
 * const counter = await loadTokenCounter('o200k_base');
 * counter.count('hello world'); // 2
 */
export function loadTokenCounter(encoding: Encoding): Promise<TokenCounter> {
  let counter = loaded.get(encoding);
  if (counter === undefined) {
    counter = load(encoding);
    loaded.set(encoding, counter);
    // A failed load may be tried again.
    counter.catch(() => loaded.delete(encoding));
  }
  return counter;
}

async function load(encoding: Encoding): Promise<TokenCounter> {
  const { pieceEnd, ranks } = sources[encoding];
  const { default: tokens } = await ranks().catch((cause: unknown) => {
    throw new HeadroomError({
      code: 'missing-dependency',
      message: `The rank table of ${encoding} cannot be loaded: install gpt-tokenizer 4, a dependency of @headroom/core, or bundle it.`,
      cause,
    });
  });
  return createTokenCounter({ name: encoding, countPieces: createCountPieces(pieceEnd, createVocabulary(tokens)), cacheBytes });
}
