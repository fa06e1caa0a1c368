// A Mastra agent whose memory is a LibSQL file: one process asks about this repository's source files, a second one continues the thread. No key, no network. Ends with 1 if
// anything was not as it must be.
import type { RunReport } from '@headroom/mastra';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wanted, type PromptMessage } from './scripted-model.ts';
import { sourceFiles } from './source-files.ts';

/** What one process wrote. */
interface Turn {
  readonly text: string;
  readonly prompts: readonly (readonly PromptMessage[])[];
  readonly report: RunReport;
}

const folder = mkdtempSync(join(tmpdir(), 'headroom-example-mastra-'));
const database = join(folder, 'memory.db');

/** Runs one process of the application. */
function run(message: string): Turn {
  const output = join(folder, 'turn.json');
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL('./turn.ts', import.meta.url)), database, message, output], {
    stdio: 'inherit',
  });
  assert.equal(status, 0, 'the process ended well');
  return JSON.parse(readFileSync(output, 'utf8')) as Turn;
}

function print(name: string, { text, report }: Turn): void {
  console.log(`${name}\n`);
  console.log(`  The model answered: ${text.slice(0, 200)}\n`);
  console.log('  request   tokens of results   sent   tool definition   retrieved   saved');
  for (const [index, { tokensBefore, tokensAfter, overheadTokens, retrievedTokens, tokensSaved }] of report.requests.entries()) {
    const cells = [tokensBefore, tokensAfter, overheadTokens, retrievedTokens, tokensSaved];
    const widths = [20, 7, 18, 12, 8];
    console.log(`  ${String(index + 1).padStart(7)}${cells.map((cell, column) => String(cell).padStart(widths[column] ?? 0)).join('')}`);
  }
  console.log(`\n  ${report.tokensSaved} tokens saved, counted by ${report.counter}.\n`);
}

try {
  const first = run(`What does ${wanted} export?`);
  print('The first process', first);
  const second = run('And how many bytes has it?');
  print('A second process, with an empty store', second);

  const file = sourceFiles(fileURLToPath(new URL('../../../', import.meta.url))).find(({ path }) => path === wanted);
  assert.ok(file !== undefined && file.exports.length > 0, `${wanted} exports something`);
  assert.ok(first.text.includes(file.exports[0] ?? ''), 'the answer names what the file exports');
  assert.ok(
    second.text.includes(String(file.bytes)),
    'the second process has what the first one retrieved, and names the size of the file',
  );

  const prompts = [...first.prompts, ...second.prompts].map((prompt) => JSON.stringify(prompt));
  assert.equal(prompts.length, 4, 'a tool call, a look back, and two answers');
  for (const [index, prompt] of prompts.entries()) {
    assert.ok(prompt.startsWith((prompts[index - 1] ?? '[').slice(0, -1)), `prompt ${index + 1} extends the one before it, byte for byte`);
  }
  assert.ok(prompts.at(-1)?.includes('<<ccr:'), 'rows were left out');
  assert.ok(first.report.tokensSaved > 0 && second.report.tokensSaved > 0, 'both runs were smaller than they would have been');

  const stored = ['', '-wal'].map((suffix) => database + suffix).map((path) => readIfThere(path));
  assert.ok(
    stored.some((bytes) => bytes.includes(wanted)) && !stored.some((bytes) => bytes.includes('<<ccr:')),
    'the database holds originals and no marker',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
