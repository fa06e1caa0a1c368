import { HeadroomError } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { resolveCodeOptions, type CodeOptions } from './code-options.ts';

describe('resolveCodeOptions', () => {
  it('fills in the defaults', () => {
    expect(resolveCodeOptions()).toEqual({ code: 'relevant', maximumFileLength: 4_000_000 });
  });

  it.each([
    ['code', { code: 'some' as 'outline' }],
    ['maximumFileLength', { maximumFileLength: 0 }],
    ['maximumFileLength', { maximumFileLength: Number.NaN }],
  ] as const)('names the option %s where it is wrong', (name, options: CodeOptions) => {
    let thrown: unknown;
    try {
      resolveCodeOptions(options);
    } catch (error) {
      thrown = error;
    }
    expect(HeadroomError.isInstance(thrown)).toBe(true);
    expect(thrown).toMatchObject({ code: 'invalid-option', message: expect.stringContaining(name) as string });
  });
});
