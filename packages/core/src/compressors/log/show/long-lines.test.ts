import { describe, expect, it } from 'vitest';
import { compressAlone } from '../../test-support.ts';
import { logCompressor } from '../log-compressor.ts';

const listing = (name: string, count: number): string =>
  Array.from({ length: count }, (_, n) => `/opt/${name}/part-${n}:${10 + n}:3: note: The name is longer than it has to be here.`).join(
    '\\n',
  );

/** Messages of a protocol, each in one line, in which whole documents stand. */
const traffic = (odd = ''): string =>
  ['alpha', 'beta', 'gamma', 'delta']
    .flatMap((name, minute) => [
      `[2026-03-01T10:1${minute}:02.114Z] client -> server {"id":${minute},"method":"tools/call","params":{"command":"lint /opt/${name}"}}`,
      `[2026-03-01T10:1${minute}:03.480Z] server -> client {"id":${minute},"result":{"text":"${listing(name, 30)}${name === 'gamma' ? odd : ''}\\n${listing(`${name}/rest`, 30)}"}}`,
    ])
    .join('\n');

const odd = '\\n/opt/gamma/odd:160:1: warning: seal_key appears unused. [W34]';
const compress = (text: string, question: string): string =>
  compressAlone(logCompressor(), text, { kind: 'log', question, share: 0.2 })!.text;

describe('long lines of a log', () => {
  it('show what the question asks for, wherever in them it stands', () => {
    const text = traffic(odd);
    expect(compress(text, 'Which variable is unused at line 160?')).toContain('seal_key appears unused');
  });

  it('I11: say how many characters are missing, and of which line', () => {
    const text = traffic(odd);
    const lines = text.split('\n');
    const shown = compress(text, 'Which variable is unused at line 160?');
    const cut = shown.split('\n').filter((line) => line.includes('offloaded…]'));
    expect(cut.length).toBeGreaterThan(0);
    for (const line of cut) {
      const stated = [...line.matchAll(/ \[…(\d+) characters of line (\d+) offloaded…\] /g)];
      const whole = lines[Number(stated[0]![2]) - 1]!;
      const missing = stated.reduce((sum, [, characters]) => sum + Number(characters), 0);
      expect(line.replace(/ \[…\d+ characters of line \d+ offloaded…\] /g, '').length + missing).toBe(whole.length);
    }
  });

  it('share what a few of them would leave of the budget', () => {
    const text = traffic().split('\n').slice(0, 2).join('\n');
    expect(compressAlone(logCompressor(), text, { kind: 'log', share: 0.7 })!.text.length).toBeGreaterThan(text.length * 0.4);
  });
});
