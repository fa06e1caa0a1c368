// npm run fidelity: scores the built library on the development corpus, where that lies beside the repository. Arguments: see test/fidelity/main.ts.
import { setUp } from './set-up.mjs';
import { runNode } from './toolchain.mjs';

await setUp();
process.exitCode = await runNode(['test/fidelity/main.ts', ...process.argv.slice(2)]);
