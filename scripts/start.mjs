// npm start: sets everything up and runs the main job, an agent whose tool results are compressed on their way to the model.
import { setUp } from './set-up.mjs';
import { runNode } from './toolchain.mjs';

await setUp();
process.exitCode = await runNode(['examples/main-job/src/main.ts', ...process.argv.slice(2)]);
