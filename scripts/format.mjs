// npm run format: formats the whole tree in place.
import { setUp } from './set-up.mjs';
import { program, runNode } from './toolchain.mjs';

await setUp();
process.exitCode = await runNode([program('oxfmt'), ...process.argv.slice(2)]);
