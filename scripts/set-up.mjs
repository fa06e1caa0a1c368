// Installs and builds, each only if something it depends on has changed: a first run does everything, a repeated one takes a second.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { shipGrammars } from './grammars.mjs';
import { shipModels } from './models.mjs';
import { inRoot, node, packageManager, pnpm, program, root, runNode } from './toolchain.mjs';

const stamp = inRoot('node_modules', '.headroom-install');

/** Installs the locked dependencies if needed and builds every package. Ends the process with a message if either fails. */
export async function setUp() {
  await install();
  await build();
  shipGrammars();
  shipModels();
}

async function install() {
  const wanted = fingerprint();
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error(`Installing with ${packageManager} (the first time takes about half a minute) …`);
  rmSync(stamp, { force: true });
  const code = await pnpm('install', '--frozen-lockfile', '--reporter=append-only');
  if (code !== 0)
    fail(
      code,
      `The install failed (exit code ${code}): see the messages above. It needs the npm registry, and a lock file that fits every package.json.`,
    );
  if (!existsSync(node)) fail(1, `The install left no Node at ${node}. Delete node_modules and run the same command again.`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

async function build() {
  const compiler = program('typescript', 'tsc');
  if ((await runNode([compiler, '-b'], { output: 'ignore' })) === 0) return;
  // What an interrupted or concurrent build left behind can make the incremental one repeat errors that are mended: only a full build is believed.
  const code = await runNode([compiler, '-b', '--force']);
  if (code !== 0) fail(code, 'The build failed: see the messages above.');
}

/** Everything that decides what an install gives: the lock file, the workspace settings and each package's own file. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const path of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...memberFiles()]) {
    hash.update(`\0${path}\0`).update(readFileSync(inRoot(path)));
  }
  return hash.digest('hex');
}

function memberFiles() {
  return ['packages', 'examples'].flatMap((folder) =>
    !existsSync(inRoot(folder))
      ? []
      : readdirSync(inRoot(folder))
          .sort()
          .map((name) => `${folder}/${name}/package.json`)
          .filter((path) => existsSync(inRoot(path))),
  );
}

function fail(code, message) {
  console.error(`\n${message}\n(in ${root})`);
  process.exit(code);
}
