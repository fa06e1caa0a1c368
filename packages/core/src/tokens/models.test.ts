import { describe, expect, it } from 'vitest';
import { describeModel } from './models.ts';

describe('describeModel', () => {
  it.each([
    ['gpt-4o', 'o200k_base', 128_000],
    ['openai/gpt-4o-mini-2024-07-18', 'o200k_base', 128_000],
    ['gpt-4.1-nano', 'o200k_base', 1_047_576],
    ['gpt-5', 'o200k_base', 400_000],
    ['gpt-5-mini-2025-08-07', 'o200k_base', 400_000],
    ['gpt-5.2', 'o200k_base', 400_000],
    ['gpt-5.2-chat-latest', 'o200k_base', 128_000],
    ['gpt-5.4', 'o200k_base', 1_050_000],
    ['gpt-5.4-mini', 'o200k_base', 400_000],
    ['gpt-5.6-sol', 'o200k_base', 1_050_000],
    ['gpt-5.10', 'o200k_base', 1_050_000],
    ['o3', 'o200k_base', 200_000],
    ['openai/o4-mini', 'o200k_base', 200_000],
    ['o1-mini', 'o200k_base', 128_000],
    ['gpt-oss-120b', 'o200k_base', 131_072],
    ['gpt-4', 'cl100k_base', 8192],
    ['gpt-4-0613', 'cl100k_base', 8192],
    ['gpt-4-turbo', 'cl100k_base', 128_000],
    ['gpt-4-1106-preview', 'cl100k_base', 128_000],
    ['gpt-3.5-turbo', 'cl100k_base', 16_385],
    ['GPT-4O', 'o200k_base', 128_000],
  ] as const)('%s counts with %s in %i tokens', (model, encoding, contextWindow) => {
    expect(describeModel(model)).toEqual({ encoding, counterName: encoding, contextWindow });
  });

  it.each([
    ['claude-sonnet-4-5-20250929', 'claude', 200_000],
    ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'claude', 200_000],
    ['claude-3-5-sonnet-20241022', 'claude', 200_000],
    ['claude-opus-4-20250514', 'claude', 200_000],
    ['anthropic/claude-opus-4.1', 'claude', 200_000],
    ['claude-opus-4-6', 'claude', 1_000_000],
    ['claude-opus-5-5', 'claude', 1_000_000],
    ['anthropic/claude-haiku-5.5', 'claude', 1_000_000],
    ['gemini-2.5-flash', 'gemini', 1_048_576],
    ['google/gemini-3.5-pro', 'gemini', 2_097_152],
    ['deepseek-v4-pro', 'deepseek', 1_000_000],
    ['my-own-model', 'my-own-model', 128_000],
  ])('I13: %s says that another tokenizer stands in for %s, in %i tokens', (model, standInFor, contextWindow) => {
    expect(describeModel(model)).toEqual({ encoding: 'o200k_base', counterName: `o200k_base (for ${standInFor})`, contextWindow });
  });

  it('has a default where no model is named', () => {
    expect(describeModel(undefined)).toEqual({ encoding: 'o200k_base', counterName: 'o200k_base', contextWindow: 128_000 });
    expect(describeModel('')).toEqual(describeModel(undefined));
  });
});
