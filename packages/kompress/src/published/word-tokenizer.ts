import { readFile } from 'node:fs/promises';
import { missingModel } from '../scoring/model-errors.ts';
import type { LocatedModel } from './locate-model.ts';

/** Tokens of words that are split already, each encoded by itself. */
export interface WordTokenizer {
  /** The ids of one word; whether a space stands before it is said by `add_prefix_space` in tokenizer.json, which the library reads. */
  encode(word: string): readonly number[];
  /** Ids that stand before and behind each window (`[CLS]`, `[SEP]`). */
  readonly before: readonly number[];
  readonly behind: readonly number[];
}

/** The part of `@huggingface/tokenizers` that is used; written out because its own types do not resolve under NodeNext. */
interface Tokenizer {
  encode(text: string, options?: { readonly add_special_tokens?: boolean }): { readonly ids: readonly number[] };
}

interface TokenizerLibrary {
  readonly Tokenizer: new (tokenizer: object, config: object) => Tokenizer;
}

/** Of longer words the beginning speaks: merging pairs takes more than linear time, and such a word stays in any case. */
const longestEncoded = 400;
/** Words come again: their ids are remembered, up to so many. */
const rememberedWords = 50_000;

/**
 * Loads a tokenizer.json.
 *
 * @throws HeadroomError `missing-model` where it cannot be read or understood.
 */
export async function loadWordTokenizer({
  tokenizer: path,
  tokenizerConfig,
}: Pick<LocatedModel, 'tokenizer' | 'tokenizerConfig'>): Promise<WordTokenizer> {
  try {
    const [library, json, config] = await Promise.all([
      import('@huggingface/tokenizers') as Promise<unknown> as Promise<TokenizerLibrary>,
      readJson(path),
      tokenizerConfig === undefined ? {} : readJson(tokenizerConfig),
    ]);
    return wordTokenizer(new library.Tokenizer(json, config));
  } catch (error) {
    throw await missingModel(`The tokenizer ${path} cannot be used: fetch it again with "headroom models pull".`, error);
  }
}

function wordTokenizer(tokenizer: Tokenizer): WordTokenizer {
  const known = new Map<string, readonly number[]>();
  const encode = (word: string): readonly number[] => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const { ids } = tokenizer.encode(word.slice(0, longestEncoded).toWellFormed(), { add_special_tokens: false });
    if (known.size >= rememberedWords) known.clear();
    known.set(word, ids);
    return ids;
  };
  const bare = encode('a');
  const framed = tokenizer.encode('a').ids;
  const at = framed.findIndex((_, index) => bare.every((id, offset) => framed[index + offset] === id));
  return { encode, before: framed.slice(0, Math.max(0, at)), behind: at < 0 ? [] : framed.slice(at + bare.length) };
}

async function readJson(path: string): Promise<object> {
  return JSON.parse(await readFile(path, 'utf8')) as object;
}
