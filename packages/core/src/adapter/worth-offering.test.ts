import { describe, expect, it } from 'vitest';
import { resolveOptions, type HeadroomOptions } from '../pipeline/options.ts';
import { worthOffering, type OfferQuestion } from './worth-offering.ts';

const asked = (offered: readonly string[], options: HeadroomOptions = {}, rest: Partial<OfferQuestion> = {}): boolean =>
  worthOffering({ injection: 'auto', options: resolveOptions(options), offered, answered: () => [], ...rest });

describe('worthOffering', () => {
  it('offers it where a tool gives results that may be cut', () => {
    expect(asked(['list_rows'])).toBe(true);
    expect(asked(['read_file', 'bash'])).toBe(true);
  });

  it('does not where nothing can be left out: no tools, or only tools whose results stay whole', () => {
    expect(asked([])).toBe(false);
    expect(asked(['read_file', 'Read', 'headroom_retrieve'])).toBe(false);
    expect(asked(['get_user', 'book'], { tools: [{ match: '*', treatment: 'lossless' }] })).toBe(false);
    expect(asked(['list_rows'], { mode: 'lossless' })).toBe(false);
    expect(asked(['list_rows'], { roles: { tool: 'verbatim' } })).toBe(false);
  });

  it('offers it where an option makes other texts short, or a predicate cannot be asked yet', () => {
    expect(asked([], { roles: { user: 'compress' } })).toBe(true);
    expect(asked(['read_file'], { fileReads: 'compress' })).toBe(true);
    expect(asked([], { tools: [{ match: ({ text }) => text.length > 9, treatment: 'compress' }] })).toBe(true);
  });

  it('I3: results in the history keep it where the tools are gone, and are not looked at where the tools decide', () => {
    expect(asked([], {}, { answered: () => ['list_rows'] })).toBe(true);
    expect(asked([], {}, { answered: () => [undefined] })).toBe(true);
    expect(asked([], {}, { answered: () => ['read_file'] })).toBe(false);
    const never = (): never => {
      throw new Error('asked');
    };
    expect(asked(['list_rows'], {}, { answered: never })).toBe(true);
  });

  it('is told otherwise', () => {
    expect(asked([], {}, { injection: 'always' })).toBe(true);
    expect(asked(['list_rows'], {}, { injection: 'never' })).toBe(false);
  });
});
