// npm run bench: measures speed and tokens of the built library and writes docs/results/. Arguments: see test/benchmark/main.ts.
import { setUp } from './set-up.mjs';
import { runNode } from './toolchain.mjs';

await setUp();
process.exitCode = await runNode(['--expose-gc', 'test/benchmark/main.ts', ...process.argv.slice(2)]);
