import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** A declaration that a search has found. */
export interface CodeHit {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The line that matched, as it stands in the file. */
  readonly text: string;
  /** The lines of the head, up to the one that closes its brackets. */
  readonly signature: readonly string[];
  /** All lines of the file. */
  readonly lines: readonly string[];
}

/** Where the sources of installed packages lie. */
const folders: readonly (readonly [name: string, inner: string])[] = [
  ['zod', 'src/v4/core'],
  ['@ai-sdk/provider-utils', 'src'],
  ['hono', 'dist'],
  ['undici', 'lib'],
  ['execa', 'lib'],
  ['ws', 'lib'],
  ['eventsource-parser', 'src'],
  ['semver', 'internal'],
  ['@langchain/core', 'dist'],
  ['p-queue', 'dist'],
];
const declaration = /^\s*(?:export )?(?:default )?(?:async )?(?:function\*? \w+|class \w+)/;
const source = /(?<!\.d|\.test|\.min)\.m?[jt]s$/;
/** The same once more, for the older module system. */
const double = /(?:^|\/)cjs\//;
const mostPerFile = 5;
/** A longer one does not stand in the results of every form. */
const longestSignature = 8;

/** Finds declarations in installed packages, so many of each and at most five in a file, in the order of their paths. */
export function findHits(root: string, wanted: number): readonly CodeHit[] {
  const found = folders.map(([name, inner]) => hitsOf(root, name, inner));
  const chosen: CodeHit[] = [];
  for (let turn = 0; chosen.length < wanted && found.some((hits) => hits.length > turn); turn += 1)
    for (const hits of found) if (hits[turn] !== undefined && chosen.length < wanted) chosen.push(hits[turn]!);
  return chosen.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
}

function hitsOf(root: string, name: string, inner: string): readonly CodeHit[] {
  const store = join(root, 'node_modules/.pnpm');
  const version = readdirSync(store).filter(
    (folder) => folder.startsWith(`${name.replace('/', '+')}@`) && existsSync(join(store, folder, 'node_modules', name, inner)),
  );
  const newest = version.sort().at(-1);
  if (newest === undefined) throw new Error(`${name} is not installed here: run npm start.`);
  const folder = realpathSync(join(store, newest, 'node_modules', name, inner));
  const hits: CodeHit[] = [];
  for (const file of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
    if (!source.test(file) || double.test(file)) continue;
    const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    const rows = [...lines.keys()].filter((row) => declaration.test(lines[row]!) && lines[row]!.length < 400);
    const step = Math.max(1, Math.ceil(rows.length / mostPerFile));
    for (let at = 0; at < rows.length; at += step) {
      const row = rows[at]!;
      const signature = signatureAt(lines, row);
      if (signature !== undefined) hits.push({ path: `${name}/${inner}/${file}`, line: row + 1, text: lines[row]!, signature, lines });
    }
  }
  return hits;
}

/** Up to the line that opens the body, or closes all brackets of the head. */
function signatureAt(lines: readonly string[], row: number): readonly string[] | undefined {
  let open = 0;
  for (let end = row; end < lines.length && end < row + longestSignature; end += 1) {
    const line = lines[end]!.trim();
    for (const sign of line.replaceAll('=>', '')) open += '([{<'.includes(sign) ? 1 : ')]}>'.includes(sign) ? -1 : 0;
    if (open <= 0 || (open === 1 && line.endsWith('{'))) return lines.slice(row, end + 1);
  }
  return undefined;
}
