import { HeadroomError } from '@headroom/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, toyModel, toyTokenizer } from '../__fixtures__/toy-model.ts';
import { openScorer, type ScorerChoice } from '../open-scorer.ts';
import type { ScoreRequest } from '../scoring/word-scorer.ts';
import { openThreadScorer } from './scoring-thread.ts';

const folder = temporaryFolder();
const choice: ScorerChoice = { runtime: 'auto', model: { directory: folder.path } };

beforeAll(() => {
  folder.write('onnx/kompress-fp32.onnx', toyModel());
  folder.write('tokenizer.json', JSON.stringify(toyTokenizer(false)));
});
afterAll(folder.remove);

function requestOf(words: readonly string[]): ScoreRequest {
  const text = words.join(' ');
  const starts = Int32Array.from(words, (_, index) => words.slice(0, index).reduce((sum, word) => sum + word.length + 1, 0));
  return {
    text,
    question: '',
    starts,
    ends: starts.map((start, index) => start + (words[index]?.length ?? 0)),
    sentences: new Int32Array(words.length),
  };
}

describe('openThreadScorer', () => {
  it('I4: gives the numbers that the model gives on this thread', async () => {
    const [there, here] = await Promise.all([openThreadScorer(choice), openScorer(choice)]);
    const request = requestOf(['lazy', 'the', 'year', 'and', 'zoo']);
    expect(await there.score(request)).toEqual(await here.score(request));
    expect(there.method).toBe(here.method);
  });

  it('works on many texts in turn, drops those that nobody waits for, and goes on', async () => {
    const scorer = await openThreadScorer(choice);
    const long = requestOf(Array.from({ length: 3000 }, (_, index) => (index % 2 === 0 ? 'lazy' : 'the')));
    const abort = new AbortController();
    const dropped = Array.from({ length: 8 }, () => scorer.score(long, abort.signal));
    const wanted = Array.from({ length: 6 }, () => scorer.score(requestOf(['zoo', 'the'])));
    abort.abort(new DOMException('late', 'TimeoutError'));
    for (const each of dropped) await expect(each).rejects.toMatchObject({ name: 'TimeoutError' });
    for (const each of wanted) expect([...(await each)].map((score) => score.toFixed(1))).toEqual(['0.9', '0.1']);
    await expect(scorer.score(long, AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
  });

  it('does not hold the event loop while it works', async () => {
    const scorer = await openThreadScorer(choice);
    const long = requestOf(Array.from({ length: 2000 }, () => 'lazy'));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await scorer.score(long);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  it('hands on what went wrong, with its code', async () => {
    const error: unknown = await openThreadScorer({ runtime: 'auto', model: { directory: `${folder.path}/none` } }).catch(
      (failure: unknown) => failure,
    );
    expect(HeadroomError.isInstance(error) && error.code).toBe('missing-model');
  });

  it('finds what was missing before', async () => {
    const later = temporaryFolder();
    const missing: ScorerChoice = { runtime: 'auto', model: { directory: later.path } };
    await expect(openThreadScorer(missing)).rejects.toThrow(/headroom models pull/);
    later.write('onnx/kompress-fp32.onnx', toyModel());
    later.write('tokenizer.json', JSON.stringify(toyTokenizer(false)));
    expect((await openThreadScorer(missing)).method).toContain('kompress-fp32.onnx');
    later.remove();
  });
});
