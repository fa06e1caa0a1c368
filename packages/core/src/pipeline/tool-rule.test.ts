import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../types/segment.ts';
import { isFileRead } from './file-read.ts';
import { findRule, matchesGlob } from './tool-rule.ts';

const segment = (toolName: string, toolInput?: unknown): Segment => ({
  id: '0',
  text: '',
  role: 'tool',
  outcome: 'ok',
  question: '',
  toolName,
  ...(toolInput === undefined ? {} : { toolInput }),
});

describe('matchesGlob', () => {
  it.each([
    ['mcp__*', 'mcp__files__list', true],
    ['*search*', 'web_search', true],
    ['get_?', 'get_a', true],
    ['get_?', 'get_ab', false],
    ['a*b*c', 'aXbXbXc', true],
    ['a*b*c', 'aXbX', false],
    ['', '', true],
    ['*', '', true],
  ])('%s on %s is %s', (pattern, name, expected) => {
    expect(matchesGlob(pattern, name)).toBe(expected);
  });

  it('agrees with a regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (pattern, name) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(matchesGlob(pattern, name)).toBe(expression.test(name));
      }),
    );
  });
});

describe('findRule', () => {
  it('takes the first match by name, whatever the case, or by predicate', () => {
    const rules = [
      { match: 'SEARCH*', bias: 2 },
      { match: (seen: Segment) => seen.toolName === 'other', bias: 3 },
      { match: '*', bias: 4 },
    ];
    expect(findRule(rules, segment('search_web'))?.bias).toBe(2);
    expect(findRule(rules, segment('other'))?.bias).toBe(3);
    expect(findRule(rules, segment('x'))?.bias).toBe(4);
  });
});

describe('isFileRead', () => {
  it.each([
    'Read',
    'view',
    'read_file',
    'readFile',
    'fs.readTextFile',
    'mcp__filesystem__read_text_file',
    'get_file_contents',
    'open-file',
    'read_many_files',
  ])('%s reads a file', (name) => {
    expect(isFileRead(segment(name))).toBe(true);
  });

  it.each([
    'read_email',
    'view_orders',
    'get_weather',
    'fetch_url',
    'list_files',
    'get_file_info',
    'search_files',
    'readme_search',
    'bash',
    'get_user',
  ])('%s does not', (name) => {
    expect(isFileRead(segment(name))).toBe(false);
  });

  it.each([
    'cat src/a.py',
    'cd /app && cat ./src/a.py | head -200',
    "sed -n '10,80p' lib/b.ts",
    "cat lib/b.ts | sed -n '10,80p' | nl",
    'head -50 README.md; tail -n 20 CHANGELOG.md',
    'nl -ba "main.go"',
    'cat pyproject.toml',
  ])('%s prints a file as it stands', (command) => {
    expect(isFileRead(segment('bash', { command }))).toBe(true);
    expect(isFileRead(segment('shell', JSON.stringify({ cmd: ['bash', '-lc', command] })))).toBe(true);
  });

  it.each([
    'cat > a.py << EOF\nx = 1\nEOF',
    'cat a.py > b.py',
    'cat server.log | tail -100',
    'cat data.csv',
    'cat a.py && python a.py',
    'cat a.py | grep -n def -A 30',
    'grep -rn "x" src/a.py',
    'python a.py',
    'cat $(ls *.py)',
    'cd src',
    'cat',
    '',
  ])('%s does something else, or prints what nobody edits', (command) => {
    expect(isFileRead(segment('bash', { command }))).toBe(false);
  });
});
