import type { Encoding } from './encoding.ts';

/** What the engine needs to know of a model. */
export interface ModelDescription {
  /** The encoding that its tokens are counted with. */
  readonly encoding: Encoding;
  /** The encoding's name; a stand-in names the family that it stands in for, as in `o200k_base (for claude)`. */
  readonly counterName: string;
  /** Tokens of prompt and answer together. */
  readonly contextWindow: number;
}

/** A family of models: the first whose pattern is found in the lower-cased name applies. */
interface ModelFamily {
  readonly pattern: RegExp;
  readonly contextWindow: number;
  /** @default 'o200k_base' */
  readonly encoding?: Encoding;
  /** The vendor whose tokenizer is not public, so that another stands in. */
  readonly standInFor?: string;
}

const unknownContextWindow = 128_000;
const million = 1_000_000;
/** 2^20, as Google and OpenAI's gpt-4.1 state theirs. */
const binaryMillion = 1_048_576;

/**
 * Windows as known in November 2026: OpenAI's from the model data of gpt-tokenizer, recent Claude models' from platform.claude.com, the others from secondary
 * sources; a window that is wrong by a little only changes how hard a small model is pressed. Providers put prefixes before names (`openai/`, `us.anthropic.`)
 * and dates behind them, so patterns look for the family's stem.
 */
const families: readonly ModelFamily[] = [
  { pattern: /gpt-oss/, contextWindow: 131_072 },
  { pattern: /gpt-5(\.\d+)?-chat|chatgpt-4o/, contextWindow: 128_000 },
  { pattern: /gpt-5\.\d+-(mini|nano|codex|cyber)/, contextWindow: 400_000 },
  { pattern: /gpt-5(\.[0-3])?(?![.\d])/, contextWindow: 400_000 },
  { pattern: /gpt-(5\.|[6-9]|\d\d)/, contextWindow: 1_050_000 },
  { pattern: /gpt-4\.1/, contextWindow: 1_047_576 },
  { pattern: /gpt-4(o|\.5)/, contextWindow: 128_000 },
  { pattern: /gpt-4-(turbo|1106|0125|vision)/, contextWindow: 128_000, encoding: 'cl100k_base' },
  { pattern: /gpt-4-32k/, contextWindow: 32_768, encoding: 'cl100k_base' },
  { pattern: /gpt-4/, contextWindow: 8192, encoding: 'cl100k_base' },
  { pattern: /gpt-3\.5|gpt-35/, contextWindow: 16_385, encoding: 'cl100k_base' },
  { pattern: /(^|[/:.])o1-(mini|preview)/, contextWindow: 128_000 },
  { pattern: /(^|[/:.])o[1-9](-|$)|codex-mini/, contextWindow: 200_000 },
  { pattern: /chat-latest/, contextWindow: 400_000 },
  // Up to 4.5 the window was 200,000 (a million was a beta behind a header); from 4.6 on it is a million.
  {
    pattern: /claude-?(instant|[23]\b|v[12])|claude-(opus|sonnet|haiku)-(3|4[-.][0-5]\b|4-2025|4@|4$)/,
    contextWindow: 200_000,
    standInFor: 'claude',
  },
  { pattern: /claude/, contextWindow: million, standInFor: 'claude' },
  { pattern: /gemini-(1\.5-pro|3\.5-pro)/, contextWindow: 2 * binaryMillion, standInFor: 'gemini' },
  { pattern: /gemini/, contextWindow: binaryMillion, standInFor: 'gemini' },
  { pattern: /grok-4[-.]?\d*-fast|grok-4\.[1-9]/, contextWindow: 2 * million, standInFor: 'grok' },
  { pattern: /grok-4/, contextWindow: 256_000, standInFor: 'grok' },
  { pattern: /grok/, contextWindow: 131_072, standInFor: 'grok' },
  { pattern: /deepseek-v([4-9]|\d\d)/, contextWindow: million, standInFor: 'deepseek' },
  { pattern: /deepseek/, contextWindow: 128_000, standInFor: 'deepseek' },
  { pattern: /kimi-k2/, contextWindow: 262_144, standInFor: 'kimi' },
  { pattern: /qwen3/, contextWindow: 262_144, standInFor: 'qwen' },
  { pattern: /qwen/, contextWindow: 131_072, standInFor: 'qwen' },
  { pattern: /llama-?4/, contextWindow: million, standInFor: 'llama' },
  { pattern: /llama/, contextWindow: 131_072, standInFor: 'llama' },
  { pattern: /mistral|mixtral|codestral|devstral|magistral/, contextWindow: 128_000, standInFor: 'mistral' },
];

/**
 * Says how a model's tokens are counted and how large its context is, by its family.
 *
 * A model of an unknown family counts with o200k_base as a stand-in and a window of 128,000 tokens; no model at all counts with o200k_base.
 *
 * @example describeModel('anthropic/claude-sonnet-4-5').counterName // 'o200k_base (for claude)'
 */
export function describeModel(model: string | undefined): ModelDescription {
  if (model === undefined || model === '')
    return { encoding: 'o200k_base', counterName: 'o200k_base', contextWindow: unknownContextWindow };
  const name = model.toLowerCase();
  const family: Omit<ModelFamily, 'pattern'> = families.find(({ pattern }) => pattern.test(name)) ?? {
    contextWindow: unknownContextWindow,
    standInFor: model,
  };
  const encoding = family.encoding ?? 'o200k_base';
  return {
    encoding,
    counterName: family.standInFor === undefined ? encoding : `${encoding} (for ${family.standInFor})`,
    contextWindow: family.contextWindow,
  };
}
