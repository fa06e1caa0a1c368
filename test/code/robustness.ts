import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { CompressContext, Compressor } from '@headroom/core';
import { sourceLines } from '../../packages/code/src/files/source-lines.ts';
import { loadGrammar } from '../../packages/code/src/grammars/load-grammar.ts';
import { syntaxErrors, withTree } from '../../packages/code/src/grammars/parse-source.ts';
import { languageOfPath } from '../../packages/code/src/languages/find-language.ts';
import { outlineFiles } from '../../packages/code/src/outline-files.ts';
import type { OutlinedFile } from '../../packages/code/src/selection/payload-outline.ts';

/** What became of the files of one ending. */
export interface Robustness {
  files: number;
  cut: number;
  /** Passed whole: nothing to cut, or not understood. */
  whole: number;
  threw: number;
  untrue: number;
  /** Taken for what their names say they are: the grammar finds few errors in them. */
  accepted: number;
  /** Shown with more errors than the whole file has. */
  broken: number;
  slowestMs: number;
}

const endings = new Set([
  '.py',
  '.js',
  '.mjs',
  '.cjs',
  '.ts',
  '.mts',
  '.tsx',
  '.jsx',
  '.go',
  '.rs',
  '.java',
  '.c',
  '.h',
  '.cc',
  '.cpp',
  '.hpp',
  '.cs',
  '.rb',
  '.php',
  '.kt',
  '.scala',
  '.lua',
  '.sh',
  '.ps1',
  '.swift',
  '.dart',
]);
const largest = 400_000;
const objectiveC = /^@(?:interface|protocol|class|import)\b|^#import\b|^NS_ASSUME|\bNS_ENUM\b/m;

/** Files with bodies below some folders, at most so many of each ending, spread evenly. */
export function findSources(folders: readonly string[], mostOfEach: number): readonly string[] {
  const byEnding = new Map<string, string[]>();
  const waiting = [...folders];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    let entries;
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      continue;
    }
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile() && endings.has(extname(entry.name)))
        byEnding.set(extname(entry.name), [...(byEnding.get(extname(entry.name)) ?? []), path].slice(-20_000));
    }
  }
  return [...byEnding.values()].flatMap((paths) => {
    const step = Math.max(1, Math.floor(paths.length / mostOfEach));
    return paths.sort().filter((_, index) => index % step === 0);
  });
}

/** Compresses every file and checks that each line shown is one of the file's, in order, or tells truly of a gap. */
export async function runOverFiles(compressor: Compressor, paths: readonly string[]): Promise<ReadonlyMap<string, Robustness>> {
  const byEnding = new Map<string, Robustness>();
  for (const path of paths) {
    const size = statSync(path).size;
    if (size > largest) continue;
    const text = readFileSync(path, 'utf8');
    // Headers of Objective-C have the ending of C's.
    if (extname(path) === '.h' && objectiveC.test(text)) continue;
    const row = byEnding.get(extname(path)) ?? {
      files: 0,
      cut: 0,
      whole: 0,
      threw: 0,
      untrue: 0,
      accepted: 0,
      broken: 0,
      slowestMs: 0,
    };
    byEnding.set(extname(path), row);
    const begin = performance.now();
    let milliseconds = 0;
    try {
      const candidate = await compressor.compress({ text, kind: 'code', question: '', toolInput: { path } }, context(text));
      milliseconds = performance.now() - begin;
      if (candidate === undefined) row.whole += 1;
      else row.cut += 1;
      const outlined = await outlineOf(text, path);
      if (outlined !== undefined) row.accepted += 1;
      if (candidate !== undefined && outlined !== undefined && !(await readsAsWell(candidate.text, outlined))) {
        row.broken += 1;
        console.log(`broken: ${path}`);
      }
      if (candidate !== undefined && !isTrue(text, candidate.text)) {
        row.untrue += 1;
        console.log(`untrue: ${path}`);
      }
    } catch (error) {
      row.threw += 1;
      console.log(`threw: ${path}: ${String(error)}`);
    }
    row.files += 1;
    row.slowestMs = Math.max(row.slowestMs, milliseconds);
  }
  return byEnding;
}

/** How a file is taken; undefined where it is not taken for code. */
async function outlineOf(text: string, path: string): Promise<OutlinedFile | undefined> {
  const file = { firstLine: 0, lines: sourceLines(text), path, language: languageOfPath(path), gutters: undefined };
  return (await outlineFiles([file], largest * 2))[0];
}

/** Whether the grammar that read the whole file reads what is shown of it no worse. */
async function readsAsWell(shown: string, { language, errors }: OutlinedFile): Promise<boolean> {
  return (withTree(await loadGrammar(language.grammar), shown, syntaxErrors)?.count ?? Infinity) <= errors;
}

function context(text: string): CompressContext {
  const count = (counted: string): number => Math.ceil(counted.length / 4);
  return { fidelity: 'reversible', tokensBefore: count(text), tokenBudget: Math.floor(count(text) * 0.42), count, handleTokens: 24 };
}

const gap = /lines? (\d+)(?:-(\d+))? …(?:\]|: .*)?$/;

/** Whether putting the lines back that the gaps name gives the original. */
export function isTrue(original: string, shown: string): boolean {
  const lines = original.split('\n');
  let next = 0;
  for (const line of shown.split('\n')) {
    const match = gap.exec(line);
    if (match !== null && Number(match[1]) === next + 1 && line !== lines[next]) next = Number(match[2] ?? match[1]);
    else if (line === lines[next]) next += 1;
    else return false;
  }
  return next === lines.length;
}
