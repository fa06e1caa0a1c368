import { HeadroomError } from '@headroom/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, toyModel, toyScore, toyTokenizer } from '../__fixtures__/toy-model.ts';
import { loadOnnxRuntime, type OnnxRuntime } from '../runtime/load-onnx-runtime.ts';
import type { ScoreRequest, WordScorer } from '../scoring/word-scorer.ts';
import { locateModel } from './locate-model.ts';
import { openPublishedModel } from './open-published-model.ts';

const folder = temporaryFolder();
let runtime: OnnxRuntime;
let scorer: WordScorer;

function requestOf(text: string): ScoreRequest {
  const words = [...text.matchAll(/\S+/g)];
  return {
    text,
    question: '',
    starts: Int32Array.from(words, ({ index }) => index),
    ends: Int32Array.from(words, ({ index, 0: word }) => index + word.length),
    sentences: new Int32Array(words.length),
  };
}

beforeAll(async () => {
  const loaded = await loadOnnxRuntime();
  if (loaded === undefined) throw new Error('onnxruntime-node is a development dependency: the install is not complete.');
  runtime = loaded;
  folder.write('onnx/kompress-fp32.onnx', toyModel());
  folder.write('tokenizer.json', JSON.stringify(toyTokenizer(false)));
  scorer = await openPublishedModel(runtime, await locateModel({ directory: folder.path }));
});
afterAll(folder.remove);

describe('openPublishedModel', () => {
  it('scores each word by the best of its tokens', async () => {
    const scores = await scorer.score(requestOf('the lazy year'));
    expect([...scores].map((score) => score.toFixed(2))).toEqual(['0.10', '0.90', '0.50']);
  });

  it('leaves no word without a score, however many tokens the words have and wherever the windows fall', async () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 60, arbitrary: word }, { weight: 1, arbitrary: word.map((each) => each.repeat(300)) }), {
          minLength: 1,
          maxLength: 400,
        }),
        async (words) => {
          const scores = await scorer.score(requestOf(words.join(' ')));
          expect([...scores].map((score) => score.toFixed(2))).toEqual(
            words.map((each) => Math.max(...[...each].map(toyScore)).toFixed(2)),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps a word of which the tokenizer makes nothing', async () => {
    const text = 'the z';
    const scores = await scorer.score({
      ...requestOf(text),
      starts: Int32Array.of(0, 3, 4),
      ends: Int32Array.of(3, 3, 5),
      sentences: new Int32Array(3),
    });
    expect(scores[1]).toBe(1);
  });

  it('takes the space before a word from tokenizer.json', async () => {
    const spaced = temporaryFolder();
    spaced.write('kompress-int8.onnx', toyModel());
    spaced.write('tokenizer.json', JSON.stringify(toyTokenizer(true)));
    const { score, method } = await openPublishedModel(runtime, await locateModel({ directory: spaced.path }));
    expect(method).toContain('kompress-int8.onnx');
    expect([...(await score(requestOf('z a')))].map((each) => each.toFixed(2))).toEqual(['0.70', '0.10']);
    expect([...(await scorer.score(requestOf('z a')))].map((each) => each.toFixed(2))).toEqual(['0.90', '0.10']);
    spaced.remove();
  });

  it('takes the next file where one cannot be loaded, and says so where none can', async () => {
    const broken = temporaryFolder();
    broken.write('onnx/kompress-int8-wo.onnx', 'version https://git-lfs.github.com/spec/v1\n');
    broken.write('tokenizer.json', JSON.stringify(toyTokenizer(false)));
    await expect(openPublishedModel(runtime, await locateModel({ directory: broken.path }))).rejects.toThrow(/kompress-int8-wo\.onnx: /);
    broken.write('onnx/kompress-fp32.onnx', toyModel());
    expect((await openPublishedModel(runtime, await locateModel({ directory: broken.path }))).method).toContain('kompress-fp32.onnx');
    broken.remove();
  });

  it('refuses a tokenizer that is none', async () => {
    const wrong = temporaryFolder();
    wrong.write('kompress-fp32.onnx', toyModel());
    wrong.write('tokenizer.json', '{');
    const error: unknown = await openPublishedModel(runtime, await locateModel({ directory: wrong.path })).catch(
      (failure: unknown) => failure,
    );
    expect(HeadroomError.isInstance(error) && error.code).toBe('missing-model');
    wrong.remove();
  });

  it('stops between two windows when it is no longer wanted', async () => {
    const abort = new AbortController();
    const work = scorer.score(requestOf('word '.repeat(2000)), abort.signal);
    abort.abort(new DOMException('late', 'TimeoutError'));
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
