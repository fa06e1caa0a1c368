// What the scripts share: where things lie, which versions are pinned, and how a program is run. Plain JavaScript without dependencies,
// because it is what runs before anything is installed, on whatever Node (18 or later) the machine has.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path below the root. */
export const inRoot = (...parts) => join(root, ...parts);

const windows = process.platform === 'win32';

/** The pinned Node 24, which every job runs on. */
export const node = inRoot('node_modules', 'node24', 'bin', windows ? 'node.exe' : 'node');

/** The script behind a program of an installed package, to be run by the pinned Node: no shell shims, the same on every platform. */
export function program(packageName, binary = packageName) {
  const folder = inRoot('node_modules', ...packageName.split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[binary]);
}

/** The environment of every job: the pinned Node first on the path, and no download by onnxruntime-node's install script. */
export function environment(extra = {}) {
  const path = process.env.PATH ?? process.env.Path ?? '';
  const first = existsSync(node) ? [dirname(node)] : [];
  return { ...process.env, PATH: [...first, path].join(delimiter), ONNXRUNTIME_NODE_INSTALL: 'skip', ...extra };
}

/** Runs a command in the root with our standard streams and answers its exit code. */
export function run(command, parameters, { env = {}, shell = false, output = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['inherit', output, output], env: environment(env), shell });
    // An interrupt from the keyboard reaches the whole group; waiting for the child keeps its last words on the screen.
    const wait = () => {};
    process.on('SIGINT', wait);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** Runs a script by the pinned Node and answers its exit code. */
export const runNode = (parameters, options) => run(node, parameters, options);

/** The pinned package manager, such as `pnpm@12.21.0`. */
export const { packageManager } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/** Runs the pinned package manager, fetched by npm, and answers its exit code. */
export function pnpm(...parameters) {
  // Through the npm that started us, if one did: its own shim need not be on the path, and needs a shell on Windows.
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, 'exec', '--yes', '--', packageManager, ...parameters]);
  return run('npx', ['--yes', packageManager, ...parameters], { shell: process.platform === 'win32' });
}
