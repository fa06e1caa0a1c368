import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The oldest Node that the packages run on, as their `engines` say. */
export const oldestNode = [22, 13] as const;

/** The version of this package. */
export function ownVersion(): Promise<string> {
  return versionIn(new URL('../package.json', import.meta.url));
}

/** The version of an installed package. */
export function versionOf(name: string): Promise<string> {
  return versionIn(new URL(import.meta.resolve(`${name}/package.json`)));
}

async function versionIn(url: URL): Promise<string> {
  const { version } = JSON.parse(await readFile(fileURLToPath(url), 'utf8')) as { version: string };
  return version;
}
