import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../structure/source-tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'headroom-installed-'));
const modules = join(folder, 'node_modules');

/** Lays a built package down as an install without optional peers would: a copy, with what it depends on beside it. */
function install(name: string): void {
  const source = join(root, 'packages', name);
  const file = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
  mkdirSync(join(modules, '@headroom', name), { recursive: true });
  for (const part of ['package.json', 'dist']) cpSync(join(source, part), join(modules, '@headroom', name, part), { recursive: true });
  for (const dependency of Object.keys(file.dependencies ?? {}).filter((each) => !each.startsWith('@headroom/'))) {
    mkdirSync(dirname(join(modules, dependency)), { recursive: true });
    symlinkSync(realpathSync(join(source, 'node_modules', dependency)), join(modules, dependency), 'junction');
  }
}

const program = `
import { createHeadroom, HeadroomError } from '@headroom/core';
import { inspectKompress, kompressCompressor } from '@headroom/kompress';
const text = Array.from({ length: 30 }, (_, index) => \`The harbour of the town number \${index} was opened by the council, and it is not the largest one of those that are on the coast.\`).join('\\n\\n');
const compress = async (options) => {
  const headroom = createHeadroom({ minimumTokens: 20, deadlineMs: 50_000, ...options, compressors: [kompressCompressor({ sentences: 'all' })] });
  const result = await headroom.compressText(text);
  await headroom.close();
  return result;
};
const [worker, here] = [await compress({}), await compress({ offload: 'never' })];
const failure = await inspectKompress({ runtime: 'onnx' }).catch((error) => HeadroomError.isInstance(error) && error.code);
console.log(JSON.stringify({ method: worker.method, same: worker.text === here.text, shorter: worker.text.length < text.length, failure, reason: worker.reason, detail: worker.detail }));
`;

beforeAll(() => {
  for (const name of ['core', 'kompress']) install(name);
  writeFileSync(join(folder, 'program.mjs'), program);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a machine without onnxruntime-node', () => {
  it(
    'I4: takes the plain model, on the engine’s thread and on its own, and says what is missing where the runtime is asked for',
    { timeout: 120_000 },
    () => {
      const output = execFileSync(process.execPath, [join(folder, 'program.mjs')], { encoding: 'utf8', timeout: 110_000 });
      expect(JSON.parse(output)).toEqual({
        method: 'kompress-lite without onnxruntime-node',
        same: true,
        shorter: true,
        failure: 'missing-dependency',
      });
    },
  );
});
