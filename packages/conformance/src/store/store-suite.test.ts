import { createMemoryStore } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { storeSuite } from './store-suite.ts';

storeSuite({ test: { describe, it, expect }, createStore: (setup) => createMemoryStore(setup) });
