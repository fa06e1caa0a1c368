// Puts the weights that @headroom/kompress runs into its dist folder, so that the published package carries them.
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './toolchain.mjs';

const source = inRoot('models', 'kompress-lite', 'weights');
const target = inRoot('packages', 'kompress', 'dist', 'model');

/** Copies every file of the shipped model that is missing in dist or older there. */
export function shipModels() {
  if (!existsSync(source)) return;
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(source)) {
    const [from, to] = [join(source, name), join(target, name)];
    if (!existsSync(to) || statSync(to).mtimeMs < statSync(from).mtimeMs) copyFileSync(from, to);
  }
}
