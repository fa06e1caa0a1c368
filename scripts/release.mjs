// npm run release: versions the packages from the change notes, tests and checks them as built from nothing, and publishes them. Run by a maintainer
// who is logged in to npm.
import { readdirSync, rmSync } from 'node:fs';
import { setUp } from './set-up.mjs';
import { inRoot, pnpm, program, run, runNode } from './toolchain.mjs';

await setUp();
// The compiler leaves the outputs of deleted sources behind; they must not be published.
for (const name of readdirSync(inRoot('packages'))) rmSync(inRoot('packages', name, 'dist'), { recursive: true, force: true });
const changeset = (...parameters) => runNode([program('@changesets/cli', 'changeset'), ...parameters]);
const steps = [
  () => changeset('version'),
  () => run(process.execPath, ['scripts/test.mjs']),
  () => run(process.execPath, ['scripts/check.mjs']),
  // pnpm writes real versions where `workspace:^` stands; npm would publish that as it is.
  () => pnpm('publish', '--recursive', '--access', 'public'),
  () => changeset('tag'),
];
for (const step of steps) {
  process.exitCode = await step();
  if (process.exitCode !== 0) break;
}
