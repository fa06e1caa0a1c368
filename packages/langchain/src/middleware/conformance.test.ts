import { adapterSuite } from '@headroom/conformance';
import { describe, expect, it } from 'vitest';
import { agentHarness } from '../__fixtures__/harnesses.ts';
import { chat } from '../__fixtures__/providers.ts';

describe.each(['middleware', 'wrapped model'] as const)('createAgent with a %s', (place) => {
  adapterSuite({ test: { describe, it, expect }, createHarness: (options) => agentHarness(chat, place, options) });
});
