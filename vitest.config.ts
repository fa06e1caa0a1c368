import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: {
    // Tests run from the sources of every package, so that a failing line is the line to mend.
    alias: [{ find: /^@headroom\/([a-z-]+)$/, replacement: `${root}packages/$1/src/index.ts` }],
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    // Generous: property tests share two cores with everything else that runs there.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
