// npm test: sets everything up and runs all tests, the examples among them. Arguments go to vitest: `npm test -- packages/core`.
import { setUp } from './set-up.mjs';
import { program, runNode } from './toolchain.mjs';

await setUp();
process.exitCode = await runNode([
  program('vitest'),
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=.cache/vitest.json',
  ...process.argv.slice(2),
]);
