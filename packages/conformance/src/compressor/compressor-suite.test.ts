import type { Candidate, Compressor, CompressContext, Payload } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { firstFailingTest } from '../__fixtures__/first-failing-test.ts';
import type { TestRunner } from '../test-runner.ts';
import { compressorSuite } from './compressor-suite.ts';

/** A small compressor of the right kind, of which each broken one differs in one place: runs of one line are counted, and the rest may be cut. */
function fold(text: string): string {
  const folded: string[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length;) {
    let end = at + 1;
    while (lines[end] === lines[at]) end += 1;
    folded.push(`${end - at}x ${lines[at]}`);
    at = end;
  }
  return folded.join('\n');
}

function decode(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => Array.from({ length: Number.parseInt(line, 10) }, () => line.slice(line.indexOf(' ') + 1)))
    .join('\n');
}

function compress({ text }: Payload, { fidelity, count, tokensBefore, tokenBudget }: CompressContext): Candidate | undefined {
  const whole = fold(text);
  const tokens = count(whole);
  if (tokens < tokensBefore && (fidelity === 'lossless' || tokens <= tokenBudget))
    return { text: whole, fidelity: 'lossless', omissions: [], tokens };
  const lines = text.split('\n');
  const kept = lines.slice(0, Math.floor((tokenBudget / tokensBefore) * lines.length));
  if (fidelity === 'lossless' || kept.length === 0 || kept.length === lines.length) return undefined;
  const omitted = lines.length - kept.length;
  const cut = `${kept.join('\n')}\n[${omitted} lines offloaded]`;
  if (count(cut) >= tokensBefore) return undefined;
  return {
    text: cut,
    fidelity: 'reversible',
    omissions: [{ unit: 'lines', count: omitted, where: '', facts: [] }],
    place: (marker) => `${cut}\n${marker}`,
  };
}

const sound: Compressor = { name: 'fold', kinds: ['log'], compress };
const payloads: Record<string, Payload> = {
  'repeated lines': { kind: 'log', question: '', text: `start\n${'waiting for the server to come up\n'.repeat(40)}done` },
  'different lines': {
    kind: 'log',
    question: 'what failed?',
    text: Array.from({ length: 60 }, (_, line) => `line ${line} says something else`).join('\n'),
    toolInput: { path: 'a' },
  },
  'a short text': { kind: 'log', question: '', text: 'ok' },
};

function suiteOf(compressor: Compressor | (() => Compressor)) {
  return (test: TestRunner) =>
    compressorSuite({
      test,
      createCompressor: typeof compressor === 'function' ? compressor : () => compressor,
      payloads: structuredClone(payloads),
      decode,
      options: { hostileLength: 20_000, hostileMilliseconds: 1_000 },
    });
}

const changed = (change: (candidate: Candidate, payload: Payload, context: CompressContext) => Candidate | undefined): Compressor => ({
  ...sound,
  compress(payload, context) {
    const candidate = compress(payload, context);
    return candidate === undefined ? undefined : change(candidate, payload, context);
  },
});

let calls = 0;
const broken: Record<string, Compressor | (() => Compressor)> = {
  'answers otherwise the second time': changed((candidate) => ({
    ...candidate,
    omissions: [...candidate.omissions, { unit: 'lines', count: (calls += 1), where: '', facts: [] }],
  })),
  'remembers other payloads': () => {
    let seen = 0;
    return changed((candidate) => ({ ...candidate, literals: (seen += 1) > 1 ? 'folded' : 'whole' }));
  },
  'writes into what it is given': {
    ...sound,
    compress: (payload, context) => (Object.assign(payload, { kind: 'text' }), compress(payload, context)),
  },
  'makes texts bigger': { ...sound, compress: ({ text }) => ({ text: `1x ${text} `, fidelity: 'lossless', omissions: [] }) },
  miscounts: changed((candidate) => ({ ...candidate, tokens: Math.ceil(candidate.text.length / 4) })),
  'drops under lossless': {
    ...sound,
    compress: (payload, context) => compress(payload, { ...context, fidelity: 'reversible', tokenBudget: context.tokensBefore / 10 }),
  },
  'does not state what it drops': changed((candidate) => ({ ...candidate, omissions: [] })),
  'states nothing of nothing': changed((candidate) => ({
    ...candidate,
    omissions: candidate.omissions.map((omission) => ({ ...omission, count: 0 })),
  })),
  'calls lossless what is not': changed((candidate) => ({ text: candidate.text.slice(0, -3), fidelity: 'lossless', omissions: [] })),
  'loses the marker': changed((candidate) => ({ ...candidate, place: () => candidate.text })),
  'writes the marker twice': changed((candidate) => ({ ...candidate, place: (marker) => `${marker}\n${candidate.text}\n${marker}` })),
  'fails on deep nesting': {
    ...sound,
    compress(payload, context) {
      if (payload.text.includes('[['.repeat(1_000))) throw new RangeError('Maximum call stack size exceeded');
      return compress(payload, context);
    },
  },
  'takes too long': {
    ...sound,
    compress(payload, context) {
      const until = performance.now() + (payload.text.length > 10_000 ? 500 : 0);
      while (performance.now() < until);
      return compress(payload, context);
    },
  },
  'takes time in the square of the length': {
    ...sound,
    compress(payload, context) {
      const until = performance.now() + 250 * (payload.text.length / 20_000) ** 2;
      while (performance.now() < until);
      return compress(payload, context);
    },
  },
  'never answers': { ...sound, compress: () => undefined },
};

describe('a sound compressor', () => {
  compressorSuite({ test: { describe, it, expect }, createCompressor: () => sound, payloads, decode, options: { hostileLength: 200_000 } });
});

describe('the suite itself', () => {
  for (const [name, compressor] of Object.entries(broken)) {
    it(`catches a compressor that ${name}`, async () => {
      expect(await firstFailingTest(suiteOf(compressor))).toBeDefined();
    });
  }

  it('wants a lossless text to be decoded', async () => {
    const failing = await firstFailingTest((test) =>
      compressorSuite({ test, createCompressor: () => sound, payloads, options: { hostileLength: 1_000 } }),
    );
    expect(failing).toBeDefined();
  });
});
