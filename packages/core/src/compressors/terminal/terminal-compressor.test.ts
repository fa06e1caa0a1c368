import { compressorSuite } from '@headroom/conformance';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { compressAlone, type Asked } from '../test-support.ts';
import { squeezedOpening } from './squeeze-padding.ts';
import { terminalCompressor } from './terminal-compressor.ts';

const count = (text: string): number => Math.ceil(text.length / 4);

const compress = (text: string, asked: Partial<Asked> = {}): Candidate | undefined =>
  compressAlone(terminalCompressor(), text, { kind: 'terminal', share: 0.25, ...asked });

const files = (length: number): string =>
  [
    'total 8123',
    ...Array.from({ length }, (_, index) => {
      const size = index === 133 ? 98_932_688 : 1000 + ((index * 7919) % 50_000);
      return `-rw-r--r--  ${index === 77 ? 2 : 1} root ${index === 54 ? 'mail' : 'root'} ${String(size).padStart(9)} Nov ${String(1 + (index % 28)).padStart(2)} 2025 tool-${index}`;
    }),
  ].join('\n');

const pods = (length: number): string =>
  [
    'NAME                      READY   STATUS             RESTARTS   AGE',
    ...Array.from({ length }, (_, index) => {
      const status = index === 61 ? 'CrashLoopBackOff' : 'Running';
      return `${`worker-${(index * 7919) % 9973}`.padEnd(26)}${index === 61 ? '0/1' : '1/1'}     ${status.padEnd(19)}${String(index === 88 ? 41 : index % 2).padEnd(11)}${1 + (index % 40)}d`;
    }),
  ].join('\n');

const commits = (length: number): string =>
  Array.from({ length }, (_, index) =>
    [
      `commit ${(index * 104_729 + 1_000_003).toString(16).padStart(40, '0')}`,
      'Author: Ada <ada@example.org>',
      `Date:   Mon Mar ${1 + (index % 28)} 09:00:00 2026 +0100`,
      '',
      `    ${index === 42 ? 'Teach the parser to read dates' : `Change number ${index}`}`,
      '',
      ` src/file-${index}.ts | ${1 + (index % 9)} +-`,
      ` 1 file changed, ${index === 42 ? 508 : 1 + (index % 9)} insertions(+)`,
      '',
    ].join('\n'),
  ).join('\n');

/** The words of all lines, as a reader sees them. */
const words = (text: string): string =>
  text
    .replace(`${squeezedOpening}\n`, '')
    .split(/[ \t]+|(\n)/)
    .filter(Boolean)
    .join(' ');

describe('terminalCompressor', () => {
  it('compares the samples of a metric', () => {
    const samples = (route: number): string[] => [
      ...[0.1, 0.5, 1, 5].map((limit) => `latency_seconds_bucket{le="${limit}",route="/r${route}"} ${80 - (route % 3)}`),
      `latency_seconds_sum{route="/r${route}"} ${route === 17 ? 812.75 : 0.25 + route / 100}`,
      `latency_seconds_count{route="/r${route}"} 80`,
    ];
    const text = ['# HELP latency_seconds Latency.', ...Array.from({ length: 40 }, (_, route) => samples(route)).flat()].join('\n');
    expect(compress(text, { question: 'Which route is slow?', share: 0.12 })!.text).toContain('812.75');
  });

  it('keeps the names of the columns, what is rare and what is far off without a question', () => {
    const candidate = compress(pods(200), { share: 0.15 });
    expect(candidate?.fidelity).toBe('reversible');
    expect(candidate?.text).toMatch(/^(?:\[.*\n)?NAME +READY/);
    expect(candidate?.text).toContain('CrashLoopBackOff');
    expect(candidate?.text).toMatch(/ 41 /);
  });

  it('keeps the largest file where that is asked', () => {
    const candidate = compress(files(400), { share: 0.08, question: 'What is the largest file?' });
    expect(candidate?.text).toMatch(/98932688 Nov .*tool-133$/m);
    expect(candidate?.text).toContain('total 8123');
  });

  it('shows a found line of a record with its head and title', () => {
    const candidate = compress(commits(120), { share: 0.06, question: 'Which commit has 508 insertions?' });
    expect(candidate?.text).toContain((42 * 104_729 + 1_000_003).toString(16).padStart(40, '0'));
    expect(candidate?.text).toContain('Teach the parser to read dates');
    expect(candidate?.text).toContain('508 insertions(+)');
  });

  it('shows a found branch of a tree with the branches that it hangs on', () => {
    const tree = [
      'app@1.0.0',
      ...Array.from({ length: 80 }, (_, index) => [
        `├─┬ lib-${index}@1.${index}.0`,
        `│ ├── dep-${index}@2.0.${index}`,
        `│ └── common@3.0.0 deduped`,
      ]).flat(),
    ].join('\n');
    const candidate = compress(tree, { share: 0.12, question: 'Which version of dep-57 is there?' });
    expect(candidate?.text).toMatch(/lib-57@1\.57\.0\n│ ├── dep-57@2\.0\.57/);
  });

  it('finds a line by its number', () => {
    const ids = Array.from({ length: 900 }, (_, index) => `id-${(index * 7919) % 100_003}`).join('\n');
    expect(compress(ids, { share: 0.1, question: 'What is the 750th id?' })?.text).toContain(`id-${(749 * 7919) % 100_003}\n`);
  });

  it('drops encoded bytes with a statement', () => {
    const bytes = Array.from(
      { length: 200 },
      (_, index) => `MIIGJzCCBA+gAwIBAgIBATANBgkqhkiG9w0BAQUF${String(index).padStart(24, 'aB3')}`,
    ).join('\n');
    const candidate = compress(`-----BEGIN CERTIFICATE-----\n${bytes}\n-----END CERTIFICATE-----`, { share: 0.5 });
    expect(candidate?.text).toContain('-----BEGIN CERTIFICATE-----');
    expect(candidate?.text).toMatch(/\[lines \d+-\d+ offloaded: \d+ of encoded bytes\]/);
    expect(count(candidate?.text ?? '')).toBeLessThan(150);
  });

  it('I10: leaves out padding alone in the lossless form', () => {
    for (const text of [pods(60), files(60)]) {
      const candidate = compress(text, { fidelity: 'lossless' });
      expect(candidate?.fidelity).toBe('lossless');
      expect(words(candidate?.text ?? '')).toBe(words(text));
      expect(candidate?.text.split('\n').length).toBe(text.split('\n').length + 1);
    }
  });

  it('leaves padding where cells are empty or hold spaces', () => {
    const text = [
      'USER   TTY      FROM      WHAT',
      'ann             10.0.0.1  vi  a',
      'bob    pts/0              ls  -l',
      'cy     pts/1    10.0.0.2  sh',
    ].join('\n');
    const squeezed = compress(text.repeat(1), { fidelity: 'lossless' })?.text ?? text;
    expect(squeezed).toContain('vi  a');
    expect(squeezed).toMatch(/ann {13}/);
  });

  it('I8: does not compress its own lossless form', () => {
    const whole = compress(pods(100), { fidelity: 'lossless' })?.text ?? '';
    expect(whole.startsWith(squeezedOpening)).toBe(true);
    expect(compress(whole, { share: 0.1 })).toBeUndefined();
  });

  it('never fuses lines: each line shown is one of the text, squeezed or not, or a statement', () => {
    for (const text of [pods(150), files(300), commits(60)]) {
      const known = new Set(text.split('\n').map((line) => words(line)));
      for (const question of ['', 'Which one restarted most?']) {
        for (const line of compress(text, { share: 0.2, question })?.text.split('\n') ?? []) {
          const isStatement = line === squeezedOpening || /^\[lines? \d+(?:-\d+)? offloaded(?:: .+)?\]$/.test(line);
          expect(isStatement || known.has(words(line)), line).toBe(true);
        }
      }
    }
  });
});

compressorSuite({
  test: { describe, it, expect },
  createCompressor: terminalCompressor,
  payloads: {
    'a listing': { kind: 'terminal', question: '', text: files(200) },
    'pods with a question': { kind: 'terminal', question: 'Which pod restarted most often?', text: pods(200) },
    'a history': { kind: 'terminal', question: '', text: commits(40) },
    'a short text': { kind: 'terminal', question: '', text: 'ok' },
  },
  decode: (text) => words(text),
  equal: (decoded, original) => decoded === words(original),
  options: { hostileLength: 200_000 },
});
