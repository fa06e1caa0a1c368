import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { detectKind } from '../../detect/detect-kind.ts';
import type { Candidate } from '../../types/compressor.ts';
import { accessibilityCompressor } from '../accessibility/accessibility-compressor.ts';
import { configCompressor } from '../config/config-compressor.ts';
import { tableCompressor } from '../table/table-compressor.ts';
import { terminalCompressor } from './terminal-compressor.ts';

const folder = fileURLToPath(new URL('../../../../../../shared/corpus/payloads/', import.meta.url));
const present = existsSync(folder);
if (!present) console.log('The development corpus is absent: the look at the lines of its listings, tables and settings is skipped.');

const compressors = [terminalCompressor(), tableCompressor(), configCompressor(), accessibilityCompressor()];
const count = (text: string): number => Math.ceil(text.length / 4);
const statement = /^\s*(?:# )?\[(?:lines? \d+(?:-\d+)?|rows \d+-\d+) offloaded(?:: .*)?\]$|^\[padding between columns left out\]$/;
const longestWhole = 200;

/** Words of a line, since a table may lose its padding; of one shown in part, those of its first part. */
const words = (line: string): string =>
  line
    .trim()
    .split(/[ \t]+/)
    .join(' ');

function faults(text: string, shown: string): readonly string[] {
  const lines = text.split(/\r?\n|\r/);
  const known = new Set(lines.map(words));
  const whole = lines.map(words).join('\n');
  return shown.split(/\r?\n|\r/).filter((line) => {
    if (statement.test(line) || known.has(words(line))) return false;
    // A line cut in its middle, or before its elements, is told by its parts: each stands in the text.
    const parts = line.length > longestWhole ? line.split(/ ?\[…\d+ characters offloaded…\] ?/) : [line];
    return !parts.every((part) => whole.includes(words(part)));
  });
}

describe('the development corpus', () => {
  it.skipIf(!present)('I11: every line shown is a line of the text or a statement', () => {
    let seen = 0;
    for (const kind of ['cli', 'adversarial']) {
      for (const name of readdirSync(folder + kind)) {
        const text = readFileSync(`${folder}${kind}/${name}`, 'utf8');
        const detected = detectKind(text).kind;
        const compressor = compressors.find(({ kinds }) => kinds.includes(detected));
        if (compressor === undefined) continue;
        const tokensBefore = count(text);
        const context = {
          fidelity: 'reversible' as const,
          tokensBefore,
          tokenBudget: Math.floor(tokensBefore * 0.2),
          count,
          handleTokens: 20,
        };
        for (const question of ['', 'Which is the largest, and why did it fail?']) {
          const candidate = compressor.compress({ text, kind: detected, question }, context) as Candidate | undefined;
          if (candidate === undefined) continue;
          seen += 1;
          expect(faults(text, candidate.text), name).toEqual([]);
        }
      }
    }
    expect(seen).toBeGreaterThan(60);
  });
});
