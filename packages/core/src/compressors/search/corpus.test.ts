import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { readPlainResults } from './read-plain-results.ts';
import { searchCompressor } from './search-compressor.ts';
import { readBack } from './test-support.ts';

const corpus = fileURLToPath(new URL('../../../../../../shared/corpus/payloads/search/', import.meta.url));
const present = existsSync(corpus);
if (!present) console.log('search: ../shared is absent, its payloads are not compressed');

const count = (text: string): number => Math.ceil(text.length / 3.3);

describe.skipIf(!present)('search compressor over the corpus', () => {
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
          const candidate = searchCompressor().compress({ text, kind: 'search', question }, context) as Candidate | undefined;
          // Counts are rows of their own, read by another test.
          if (candidate === undefined || candidate.fidelity === 'lossless' || candidate.text.startsWith('[search results: counts'))
            continue;
          const read = readBack(readPlainResults(text, 'search')!.text, candidate.text);
          expect(read.rows.length).toBeGreaterThanOrEqual(read.shownMatches);
          expect(candidate.omissions.find(({ unit }) => unit === 'matches')?.count ?? 0).toBe(read.allMatches - read.shownMatches);
          expect(count(candidate.text)).toBeLessThanOrEqual(context.tokenBudget);
        }
      }
    });
  }
});
