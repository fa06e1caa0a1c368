import { describe, expect, it } from 'vitest';
import { speaksOfTrouble } from './trouble.ts';

describe('speaksOfTrouble', () => {
  it.each(['ERROR: no disk', 'status=Failed', 'unit not found', 'exim.service not-found inactive', '10 failed', 'Permission denied'])(
    'hears %s',
    (text) => expect(speaksOfTrouble(text)).toBe(true),
  );

  it.each(['', 'all is well', 'no errors', '0 failed', 'error_handler.ts', 'errorless', 'found', 'not yet', 'fail2ban'])(
    'does not hear it in %s',
    (text) => expect(speaksOfTrouble(text)).toBe(false),
  );

  it('looks at its part of the text alone', () => {
    expect(speaksOfTrouble('error here', 6)).toBe(false);
  });
});
