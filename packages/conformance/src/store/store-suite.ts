import { capacityTests } from './capacity-tests.ts';
import { decisionTests } from './decision-tests.ts';
import { durabilityTests } from './durability-tests.ts';
import { lifetimeTests } from './lifetime-tests.ts';
import { modelTests } from './model-tests.ts';
import { roundTripTests } from './round-trip-tests.ts';
import { scopeTests } from './scope-tests.ts';
import { createStage } from './stage.ts';
import type { StoreSuiteOptions } from './suite-options.ts';

/**
 * Tests a store against the whole contract of `CcrStore`.
 *
 * @example
 * import { describe, expect, it } from 'vitest';
 * storeSuite({ test: { describe, it, expect }, createStore: (setup) => createMyStore(setup) });
 */
export function storeSuite(suite: StoreSuiteOptions): void {
  const stage = createStage(suite);
  suite.test.describe('store conformance', () => {
    roundTripTests(stage);
    scopeTests(stage);
    lifetimeTests(stage);
    decisionTests(stage);
    if (suite.options?.capacity !== 'unbounded') capacityTests(stage);
    durabilityTests(stage, suite.reopenStore);
    modelTests(stage);
  });
}
