// npm run bench:kompress: measures the built compressor of words and writes docs/results/kompress-speed. Arguments: see test/kompress/main.ts.
import { setUp } from './set-up.mjs';
import { runNode } from './toolchain.mjs';

await setUp();
process.exitCode = await runNode(['--expose-gc', 'test/kompress/main.ts', ...process.argv.slice(2)]);
