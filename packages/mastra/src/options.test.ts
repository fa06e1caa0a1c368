import { describe, expect, it } from 'vitest';
import { newProcessor } from './__fixtures__/stage.ts';
import { headroomProcessor } from './index.ts';

describe('options', () => {
  it.each([
    [{ injection: 'sometimes' as 'never' }, 'injection must be one of auto, always, never'],
    [{ markersInArguments: 'eat' as 'warn' }, 'markersInArguments must be one of warn, refuse'],
    [{ mode: 'on' as 'off' }, 'mode must be one of'],
  ])('rejects %o', (options, message) => {
    expect(() => headroomProcessor(options)).toThrow(message);
  });

  it('an option of the engine beside a shared engine is an error, as it would be passed over', () => {
    const { headroom } = newProcessor();
    expect(() => headroomProcessor({ headroom, minimumTokens: 7 })).toThrow('minimumTokens belong to the engine');
  });
});
