// npm run release: versions the packages from the change notes, builds, checks and publishes. Run by a maintainer who is logged in to npm.
import { setUp } from './set-up.mjs';
import { program, run, runNode } from './toolchain.mjs';

await setUp();
const steps = [
  () => runNode([program('@changesets/cli', 'changeset'), 'version']),
  () => run(process.execPath, ['scripts/test.mjs']),
  () => run(process.execPath, ['scripts/check.mjs']),
  () => runNode([program('@changesets/cli', 'changeset'), 'publish']),
];
for (const step of steps) {
  process.exitCode = await step();
  if (process.exitCode !== 0) break;
}
