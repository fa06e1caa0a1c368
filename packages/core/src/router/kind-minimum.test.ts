import { describe, expect, it } from 'vitest';
import type { ContentKind } from '../types/content-kind.ts';
import { minimumFor } from './kind-minimum.ts';
import type { RenderRequest } from './render-request.ts';

const request = (rest: Partial<RenderRequest>): RenderRequest => ({
  text: '',
  question: '',
  fidelity: 'reversible',
  bias: 1,
  contextWindow: 128_000,
  minimumTokens: 200,
  minimumOrigin: 'default',
  minimumSaving: { tokens: 1, share: 0 },
  handle: '0123456789abcdef01234567',
  redemption: 'tool',
  ...rest,
});

const minimum = (kind: ContentKind, command?: string): number =>
  minimumFor(kind, request(command === undefined ? {} : { toolInput: JSON.stringify({ command }) }));

describe('minimumFor', () => {
  it.each([
    'ls -la',
    'cd app && ls',
    'pwd && ls -F src',
    'git status',
    'cd /app; git branch -a',
    'find . -name "*.ts" | head -50',
    'tree src',
  ])('keeps the listing of %s byte for byte up to 2,000 tokens', (command) => {
    expect(minimum('terminal', command)).toBe(2000);
  });

  it.each(['npm publish', 'python ls.py', 'pip install -e .', 'docker ps', 'git commit -m "ls and find"'])(
    '%s lists nothing',
    (command) => {
      expect(minimum('terminal', command)).toBe(600);
    },
  );

  it('keeps the hits in a file up to 2,000 tokens, those all over a tree up to 600', () => {
    for (const command of ['grep -n "x" src/a.ts', 'cat a.ts | grep -n x -A 30', 'cd app && egrep x a.ts'])
      expect(minimum('search', command)).toBe(2000);
    for (const command of [
      'grep -rn "x" src',
      'cd app && grep -in --include="*.ts" -R x .',
      'rg x',
      'git grep x',
      'find . -name a | xargs grep x',
    ])
      expect(minimum('search', command)).toBe(600);
  });

  it('keeps what looks like either where no command says what it is', () => {
    expect([minimum('terminal'), minimum('search')]).toEqual([2000, 2000]);
    expect(minimumFor('search', request({ toolInput: { pattern: 'x' } }))).toBe(2000);
  });

  it('leaves other kinds, and what a caller has chosen, alone', () => {
    expect(minimum('log', 'ls')).toBe(200);
    expect(minimumFor('terminal', request({ minimumOrigin: 'caller', minimumTokens: 50 }))).toBe(50);
    expect(minimumFor('search', request({ minimumTokens: 3000 }))).toBe(3000);
  });
});
