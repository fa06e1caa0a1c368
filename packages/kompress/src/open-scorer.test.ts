import { HeadroomError } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { openScorer } from './open-scorer.ts';

const absent = async (): Promise<undefined> => undefined;
const request = {
  text: 'It is the end.',
  question: '',
  starts: Int32Array.of(0, 3, 6, 10),
  ends: Int32Array.of(2, 5, 9, 14),
  sentences: new Int32Array(4),
};

describe('openScorer', () => {
  it('takes the plain model where onnxruntime-node is absent, and where it cannot open the shipped one', async () => {
    const broken = async () => ({
      Tensor: Object as never,
      InferenceSession: { create: () => Promise.reject(new Error('no such instruction')) },
    });
    for (const load of [absent, broken]) {
      const scorer = await openScorer({ runtime: 'auto', model: 'lite' }, load);
      expect(scorer.method).toBe('kompress-lite without onnxruntime-node');
      const scores = await scorer.score(request);
      expect(scores).toHaveLength(4);
      expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
    }
  });

  it('I4: the plain model gives the same numbers every time', async () => {
    const [first, second] = await Promise.all([
      openScorer({ runtime: 'fallback', model: 'lite' }),
      openScorer({ runtime: 'fallback', model: 'lite' }),
    ]);
    expect(await first.score(request)).toEqual(await second.score(request));
  });

  it('says what to install where the runtime was asked for', async () => {
    const error: unknown = await openScorer({ runtime: 'onnx', model: 'lite' }, absent).catch((failure: unknown) => failure);
    expect(HeadroomError.isInstance(error) && error.code).toBe('missing-dependency');
    expect(String(error)).toContain('npm install onnxruntime-node');
  });
});
