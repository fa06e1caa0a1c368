// npm run check: everything that must hold beside the tests. All checks run, whatever the first ones say; arguments choose some by name.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setUp } from './set-up.mjs';
import { inRoot, program, runNode } from './toolchain.mjs';

await setUp();

const checks = [
  ['format', [[program('oxfmt'), '--check']]],
  ['lint', [[program('oxlint')]]],
  ['types', [[program('typescript', 'tsc'), '-p', 'tsconfig.test.json']]],
  ['unused', [[program('knip')]]],
  ['packages', publishedPackages().map((folder) => [program('publint'), 'run', '--strict', '--pack', 'false', folder])],
  ['figures', [['scripts/docs-figures.mjs', '--check']]],
  ['structure', [[program('vitest'), 'run', '--reporter=dot', 'test/structure', 'test/requirements']]],
];

const chosen = process.argv.slice(2);
const failed = [];
for (const [name, commands] of checks) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n── ${name}`);
  for (const parameters of commands) {
    if ((await runNode(parameters)) !== 0 && !failed.includes(name)) failed.push(name);
  }
}
console.log(failed.length === 0 ? '\nAll checks hold.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

function publishedPackages() {
  return readdirSync(inRoot('packages'))
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(inRoot(folder, 'package.json')))
    .filter((folder) => JSON.parse(readFileSync(inRoot(folder, 'package.json'), 'utf8')).private !== true);
}
