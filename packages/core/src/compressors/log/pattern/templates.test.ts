import { describe, expect, it } from 'vitest';
import { readLogLines } from '../lines/log-lines.ts';
import { scanLines } from './scan-lines.ts';
import { findTemplates } from './templates.ts';

/** The template of each line, numbered by first appearance. */
function templatesOf(lines: readonly string[]): number[] {
  const scan = scanLines(readLogLines(lines.join('\n'), 'keep'));
  const { templateOf } = findTemplates(scan);
  const names = new Map<number, number>();
  return [...scan.patternOf].map((pattern) => {
    const template = templateOf[pattern]!;
    if (!names.has(template)) names.set(template, names.size);
    return names.get(template)!;
  });
}

const users = ['root', 'admin', 'oracle', 'guest', 'pi', 'test'];

describe('templates', () => {
  it('join lines that differ in numbers, paths or a word that varies widely', () => {
    expect(templatesOf(['took 12 ms', 'took 7 ms', 'read /a/b/c.txt', 'read /var/lib/x'])).toEqual([0, 0, 1, 1]);
    expect(templatesOf(users.map((user) => `login failed for user ${user}`))).toEqual(users.map(() => 0));
  });

  it('keep apart what differs in few words: one success among failures, nothing and something', () => {
    expect(templatesOf(['password accepted for user', 'password rejected for user'])).toEqual([0, 1]);
    expect(templatesOf(['found 0 errors', 'found 3 errors', 'found 14 errors'])).toEqual([0, 1, 1]);
  });

  it('never take all words of a line for variables', () => {
    const pairs = users.flatMap((one) => users.map((other) => `${one} ${other}`));
    expect(new Set(templatesOf(pairs)).size).toBeGreaterThan(1);
  });

  it('count each line once', () => {
    const lines = Array.from(
      { length: 500 },
      (_, index) => `${users[index % 6]} did ${index} things ${index % 5 === 0 ? 'well' : 'badly'}`,
    );
    const { sizes } = findTemplates(scanLines(readLogLines(lines.join('\n'), 'keep')));
    expect([...sizes].reduce((sum, size) => sum + size, 0)).toBe(500);
    expect([...sizes].filter((size) => size > 0).length).toBeLessThan(5);
  });
});

describe('scanning', () => {
  it('counts how often a line came before', () => {
    const { repeats } = scanLines(readLogLines('a b\nc\na b\na b\n', 'keep'));
    expect([...repeats]).toEqual([0, 0, 1, 2]);
  });
});
