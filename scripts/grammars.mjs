// Puts the grammars that @headroom/code parses with into its dist folder, so that the published package needs none of the packages they come from.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from './toolchain.mjs';

const packageFolder = inRoot('packages', 'code');
const target = join(packageFolder, 'dist', 'grammars');

/** Where each `.wasm` lies among the development dependencies of the package. */
const folders = [
  '@vscode/tree-sitter-wasm/wasm',
  '@tree-sitter-grammars/tree-sitter-kotlin',
  '@tree-sitter-grammars/tree-sitter-lua',
  'tree-sitter-c',
  'tree-sitter-scala',
];
/** A package of many grammars, of which those are taken that no other has. */
const collection = { folder: '@repomix/tree-sitter-wasms/out', names: new Set(['swift', 'dart']) };
/** What is shipped there too, and is no programming language with bodies. */
const unused = new Set(['css', 'ini', 'regex']);

/**
 * Compresses every grammar that is missing in dist or older there: about three megabytes in all; a repeated run takes milliseconds.
 *
 * Gzip and not Brotli, which would take a third less: gzip unpacks faster, and its last bytes say how much room the grammar needs.
 */
export function shipGrammars() {
  mkdirSync(target, { recursive: true });
  const wanted = new Set();
  for (const { name, path } of grammars()) {
    const file = `${name}.wasm.gz`;
    const shipped = join(target, file);
    wanted.add(file);
    if (existsSync(shipped) && statSync(shipped).mtimeMs >= statSync(path).mtimeMs) continue;
    writeFileSync(shipped, gzipSync(readFileSync(path), { level: 9 }));
  }
  // What an earlier build packed otherwise would be published too.
  for (const file of readdirSync(target)) if (file.includes('.wasm.') && !wanted.has(file)) rmSync(join(target, file));
}

function grammars() {
  return [
    ...folders.flatMap((folder) => grammarsIn(folder).filter(({ name }) => !unused.has(name))),
    ...grammarsIn(collection.folder).filter(({ name }) => collection.names.has(name)),
  ];
}

function grammarsIn(folder) {
  const source = join(packageFolder, 'node_modules', folder);
  return readdirSync(source).flatMap((file) => {
    const name = /^tree-sitter-(.+)\.wasm$/.exec(file)?.[1];
    return name === undefined ? [] : [{ name, path: join(source, file) }];
  });
}
