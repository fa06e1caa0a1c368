import { describe, expect, it } from 'vitest';
import { detectKind } from './detect-kind.ts';

const repeated = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const session = [
  "SHELL_ROOT='/usr/local'",
  repeated(14, (n) => `TOOL_PART_${n}='value ${n}'`),
  repeated(14, (n) => `platform${n}/arm64`),
  repeated(20, (n) => `example.org/module-${n}@v1.${n}.0 example.org/other-${n}@v0.${n}.1`),
  repeated(9, (n) => `-rw-r--r-- 1 root root ${4000 + n} Nov ${10 + n} 2025 part-${n}`),
].join('\n');

describe('output of several commands in one text', () => {
  it('is told as a listing, though none of them explains most of it', () => {
    expect(detectKind(session)).toMatchObject({ kind: 'terminal', evidence: 'output of several commands' });
  });

  it('holds JSON that was cut off before the next command began', () => {
    const cut = `{\n${repeated(60, (n) => `  "1.${n}.0": "2025-11-${10 + (n % 20)}T18:28:56.206Z",`)}\n`;
    const listed = repeated(90, (n) => `-rw-r--r-- 1 root root ${4000 + n} Nov ${10 + (n % 20)} 2025 part-${n}`);
    expect(detectKind(`tool@1.0.0 /srv/tool\n├── left@1.0.0\n└── right@2.0.0\n\n${cut}${listed}\n`).kind).toBe('terminal');
    expect(detectKind(`Versions:\n${cut}`).kind).toBe('json');
  });

  it('may be records under their names, or symbols with their addresses', () => {
    const record = (n: number): string =>
      [
        `tool-${n}:`,
        `  Installed: ${n}.1-1`,
        `  Candidate: ${n}.2-1`,
        '  Version table:',
        ` *** ${n}.1-1 500`,
        '        500 http://mirror.example/main Packages',
      ].join('\n');
    expect(detectKind(repeated(15, record)).kind).toBe('terminal');
    expect(
      detectKind(
        repeated(40, (n) =>
          n % 3 === 0 ? `${(4096 * n).toString(16).padStart(16, '0')} T part_${n}` : `${' '.repeat(17)}U other_${n}@LIB_1`,
        ),
      ).kind,
    ).toBe('terminal');
  });

  it('is not what no command would print', () => {
    expect(detectKind(repeated(40, (n) => `${n}f3a-89c1 zq${n} 77 lorem${n}`)).kind).not.toBe('terminal');
  });
});

describe('a history with its graph', () => {
  it('is a version history', () => {
    const commit = (n: number): string =>
      [
        `* commit ${(n * 104_729 + 1_000_003).toString(16).padStart(40, '0')}`,
        '| Author: Ada <ada@example.org>',
        '| Date:   2026-03-01',
        '| ',
        `|     Change the part ${n} of the parser`,
        '| ',
        `|  src/part-${n}.ts | ${n + 1} +-`,
        '|  1 file changed, 1 insertion(+)',
        '| ',
      ].join('\n');
    expect(detectKind(repeated(20, commit))).toMatchObject({ kind: 'terminal', evidence: 'a version history' });
  });
});
