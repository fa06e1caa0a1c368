import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { readLines } from './line.ts';
import { anyPattern, type LinePattern } from './line-pattern.ts';

const declared = vi.hoisted(() => new Set<LinePattern>());

/** Every pattern that a detector declares passes here, so that none escapes the proof below. */
vi.mock('./line-pattern.ts', async (original) => {
  const actual = await original<typeof import('./line-pattern.ts')>();
  const recording: typeof actual.anyPattern = (...patterns) => {
    for (const pattern of patterns) declared.add(pattern);
    return actual.anyPattern(...patterns);
  };
  return { ...actual, anyPattern: recording };
});

await import('./detect-kind.ts');
const patterns = Array.from(declared, (pattern) => ({ name: String(pattern[0]), pattern: pattern[0], guarded: anyPattern(pattern) }));

const assertions = /\\b|\(\?<?[=!](?:\[(?:\\.|[^\]])*\]|\((?:\\.|[^()])*\)|\\.|[^()[\]\\])*\)/g;

/** Lines that a pattern may match: of its form without what it looks ahead for, which hardly any of them lacks. */
function linesLike(pattern: RegExp): fc.Arbitrary<string> {
  const form = fc.stringMatching(new RegExp(pattern.source.replaceAll(assertions, ''), pattern.flags.replace('i', '')), { maxLength: 240 });
  const spelled = pattern.flags.includes('i') ? form.chain((line) => fc.constantFrom(line, line.toUpperCase(), line.toLowerCase())) : form;
  return fc
    .tuple(
      fc.constantFrom('', '', '', ' ', '\t', '\u00a0', '\ufeff'),
      spelled,
      fc.constantFrom('', '', '', ' ', '\t', '\u3000', 'x', ' é', '5', ','),
    )
    .map((parts) => parts.join(''));
}

/** Lines that stand beside this file, and in the corpus where it is present. */
function* realLines(): Iterable<string> {
  const folders = ['./', '../../../../docs/results/', '../../../../docs/compressors/'];
  const corpus = ['cli', 'logs', 'search', 'prose', 'adversarial', 'diffs'].map((name) => `../../../../../shared/corpus/payloads/${name}/`);
  for (const folder of [...folders, ...corpus]) {
    const place = fileURLToPath(new URL(folder, import.meta.url));
    if (!existsSync(place)) continue;
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const lines = readFileSync(place + entry.name, 'utf8').split(/\r?\n/, 60);
      for (const line of lines) yield line.slice(0, 240);
    }
  }
}

describe('the needs of the patterns of lines', () => {
  it('are told for all patterns of all detectors', () => {
    expect(patterns.length).toBeGreaterThan(250);
  });

  it.each(patterns)('never refuse a generated line that $name matches', ({ pattern, guarded }) => {
    const lines = linesLike(pattern);
    fc.assert(
      fc.property(lines, (text) => {
        expect(guarded(readLines([text])[0]!), text).toBe(pattern.test(text));
      }),
      { numRuns: 200 },
    );
    // Lines that do not match prove nothing: some do. The seed is fixed, so that rare ones are not left to chance.
    expect(fc.sample(lines, { numRuns: 400, seed: 1 }).filter((text) => pattern.test(text)).length).toBeGreaterThan(4);
  });

  it('never refuse a real line that a pattern matches, as it stands, indented, cut or turned', () => {
    const seen = new Set<string>();
    const missed: string[] = [];
    for (const text of realLines()) {
      for (const variant of [text, `  ${text}`, text.trim(), text.slice(0, text.length >> 1)]) {
        if (seen.has(variant)) continue;
        seen.add(variant);
        const line = readLines([variant])[0]!;
        for (const { name, pattern, guarded } of patterns) if (pattern.test(variant) && !guarded(line)) missed.push(`${name}: ${variant}`);
      }
    }
    expect(seen.size).toBeGreaterThan(1_000);
    expect(missed).toEqual([]);
  });
});
