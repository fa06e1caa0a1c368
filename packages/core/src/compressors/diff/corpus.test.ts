import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { diffCompressor } from './diff-compressor.ts';
import { readBack } from './test-support.ts';

const corpus = fileURLToPath(new URL('../../../../../../shared/corpus/payloads/diffs/', import.meta.url));
const present = existsSync(corpus);
if (!present) console.log('diff: ../shared is absent, its payloads are not compressed');

const count = (text: string): number => Math.ceil(text.length / 3.3);

describe.skipIf(!present)('diff compressor over the corpus', () => {
  for (const name of present ? readdirSync(corpus) : []) {
    it(`I11: ${name}`, () => {
      const text = readFileSync(corpus + name, 'utf8');
      for (const question of ['', 'Where is the error handled?']) {
        for (const share of [0.05, 0.3]) {
          const context = {
            fidelity: 'reversible',
            tokensBefore: count(text),
            tokenBudget: share * count(text),
            count,
            handleTokens: 20,
          } as const;
          const candidate = diffCompressor().compress({ text, kind: 'diff', question }, context) as Candidate | undefined;
          if (candidate === undefined) continue;
          const { told, untold } = readBack(text, candidate.text);
          expect(candidate.omissions[0]?.count).toBe(told + untold);
          expect(count(candidate.text)).toBeLessThanOrEqual(context.tokenBudget);
        }
      }
    });
  }
});
