import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHeadroom, type ContentKind } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { root } from '../structure/source-tree.ts';
import { fusedLines } from './whole-lines.ts';

const payloads = join(root, '../shared/corpus/payloads');
const present = existsSync(join(payloads, 'manifest.json'));
if (!present) console.log('The development corpus is absent (no ../shared beside the repository): its lines are not looked at.');

/** Kinds whose lines are shown as lines; JSON, pages and code have tests of their own. */
const kindsOfLines: readonly ContentKind[] = [
  'log',
  'search',
  'diff',
  'table',
  'terminal',
  'config',
  'accessibility',
  'prose',
  'mixed',
  'text',
];

describe('fusedLines', () => {
  const original = 'first line here\nsecond   line there\na long third line with many words in it\n';

  it('finds what is put together from two lines, and nothing else', () => {
    expect(fusedLines(original, 'first line here\n[line 2 offloaded]\na long third [… 9 characters offloaded…] many words in it')).toEqual(
      [],
    );
    expect(fusedLines(original, 'second line there')).toEqual([]);
    expect(fusedLines(original, 'first line there\nsecond line there')).toEqual(['first line there']);
    expect(fusedLines(original, 'first [… 9 characters offloaded…] there')).toEqual(['first [… 9 characters offloaded…] there']);
  });
});

describe('lines of shortened texts', () => {
  it.skipIf(!present)(
    'I11: are lines of the text or statements, never put together from two, over the whole development corpus',
    { timeout: 240_000 },
    async () => {
      const load = <T>(name: string): T => JSON.parse(readFileSync(join(payloads, name), 'utf8')) as T;
      const questions = new Map(load<{ payload: string; query: string }[]>('probes.json').map(({ payload, query }) => [payload, query]));
      const headroom = createHeadroom({ deadlineMs: 60_000 });
      const found: string[] = [];
      let shortened = 0;
      try {
        for (const { path } of load<{ path: string }[]>('manifest.json')) {
          const text = readFileSync(join(payloads, path), 'utf8');
          for (const question of new Set(['', questions.get(path) ?? ''])) {
            const result = await headroom.compressText(text, { question });
            if (result.fidelity !== 'reversible' || !kindsOfLines.includes(result.kind)) continue;
            shortened += 1;
            for (const line of fusedLines(text, result.text)) found.push(`${path} (${result.kind}): ${line.slice(0, 200)}`);
          }
        }
      } finally {
        await headroom.close();
      }
      expect(found).toEqual([]);
      expect(shortened).toBeGreaterThan(150);
    },
  );
});
