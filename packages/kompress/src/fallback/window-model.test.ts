import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFeatureReader } from '../features/read-features.ts';
import { readVocabulary } from '../features/vocabulary.ts';
import { splitWords } from '../features/split-words.ts';
import { createWindowModel, readWindowWeights, writeWindowWeights } from './window-model.ts';

const folder = new URL('../../../../models/kompress-lite/weights/', import.meta.url);
const vocabulary = readVocabulary(readFileSync(new URL('vocabulary.txt', folder), 'utf8'));
const bytes = readFileSync(new URL('fallback.bin', folder));
const keep = createWindowModel(readWindowWeights(bytes));
const readFeatures = createFeatureReader(vocabulary);

function scores(text: string): Map<string, number> {
  const words = splitWords(text);
  const probabilities = keep(readFeatures(text, words));
  return new Map(Array.from(probabilities, (probability, word) => [text.slice(words.starts[word], words.ends[word]), probability]));
}

describe('the window model with the weights that ship', () => {
  it('keeps what carries the sense and lets articles and pauses go', () => {
    const said = scores(
      'Well, um, please note that the server will basically never restart the worker if it is still writing a checkpoint.',
    );
    for (const word of ['server', 'never', 'restart', 'worker', 'if', 'checkpoint', 'writing'])
      expect(said.get(word), word).toBeGreaterThan(0.5);
    for (const word of ['the', 'um']) expect(said.get(word), word).toBeLessThan(0.5);
  });

  it('gives the same numbers each time, and none for no text', () => {
    const text = 'The same text gives the same numbers.';
    expect(scores(text)).toEqual(scores(text));
    expect(keep(new Int32Array(0))).toEqual(new Float32Array(0));
  });
});

describe('the file of weights', () => {
  it('reads back as written, from any place in a buffer', () => {
    const weights = { bias: 0.5, scale: 0.25, table: Int8Array.of(1, -2, 127, -127) };
    const written = writeWindowWeights(weights);
    const shifted = new Uint8Array(written.length + 3);
    shifted.set(written, 3);
    expect(readWindowWeights(shifted.subarray(3))).toEqual(weights);
  });

  it('is refused when cut off', () => {
    expect(() => readWindowWeights(bytes.subarray(0, bytes.length - 100))).toThrow(RangeError);
  });
});
