import { describe, expect, it } from 'vitest';
import { resolveKompressOptions, type KompressOptions } from './kompress-options.ts';

describe('resolveKompressOptions', () => {
  it('fills in the defaults', () => {
    expect(resolveKompressOptions()).toEqual({
      choice: { by: 'threshold', threshold: 0.5 },
      sentences: 'by-question',
      runtime: 'auto',
      model: 'lite',
    });
  });

  it('ranks where a ratio is given', () => {
    expect(resolveKompressOptions({ targetRatio: 0.4 }).choice).toEqual({ by: 'ratio', ratio: 0.4 });
  });

  it.each([
    [{ threshold: 2 }, 'threshold'],
    [{ targetRatio: Number.NaN }, 'targetRatio'],
    [{ sentences: 'some' }, 'sentences'],
    [{ runtime: 'gpu' }, 'runtime'],
    [{ model: 'large' }, 'model'],
    [{ model: { directory: '' } }, 'directory'],
    [{ model: 'kompress-v2-base', runtime: 'fallback' }, 'onnxruntime-node'],
  ])('refuses %j and names the option', (options, named) => {
    expect(() => resolveKompressOptions(options as KompressOptions)).toThrow(named);
  });
});
