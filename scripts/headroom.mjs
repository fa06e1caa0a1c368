// npm run -s headroom -- …: the command line of this checkout, in this very process where that is a new enough Node (under `npm run` it is the
// pinned one, once installed). Prints nothing of its own; setting up is the business of `npm start` and `npm test`.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot, node, runNode } from './toolchain.mjs';

const bin = inRoot('packages', 'cli', 'dist', 'bin.js');
const major = Number(process.versions.node.split('.')[0]);

if (!existsSync(bin) || !existsSync(node)) {
  console.error('headroom is not built yet: run `npm start` or `npm test` once.');
  process.exitCode = 1;
} else if (major >= 24) {
  process.argv[1] = bin;
  await import(pathToFileURL(bin).href);
} else {
  process.exitCode = await runNode([bin, ...process.argv.slice(2)]);
}
