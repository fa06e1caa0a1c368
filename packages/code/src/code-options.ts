import { HeadroomError, oneOf } from '@headroom/core';

/** Options of `codeCompressor`; every field is optional. */
export interface CodeOptions {
  /**
   * What of bodies is shown: `relevant` what the question asks for as far as the budget goes, `outline` nothing at all, `verbatim` everything (code is passed unchanged).
   *
   * @default 'relevant'
   */
  readonly code?: 'relevant' | 'outline' | 'verbatim';
  /**
   * Files of more UTF-16 units pass unchanged.
   *
   * @default 4000000
   */
  readonly maximumFileLength?: number;
}

/** Options with all defaults filled in. */
export type ResolvedCodeOptions = Required<CodeOptions>;

/**
 * Fills in the defaults and checks what the caller gave.
 *
 * @throws HeadroomError `invalid-option` that names the option and what it may be.
 */
export function resolveCodeOptions({ code = 'relevant', maximumFileLength = 4_000_000 }: CodeOptions = {}): ResolvedCodeOptions {
  if (!(maximumFileLength >= 1)) {
    throw new HeadroomError({
      code: 'invalid-option',
      message: `Option maximumFileLength must be a number of at least 1; it is ${String(maximumFileLength)}.`,
    });
  }
  return { code: oneOf('code', code, ['relevant', 'outline', 'verbatim']), maximumFileLength };
}
