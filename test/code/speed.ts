import type { Compressor } from '@headroom/core';
import { loadGrammar } from '../../packages/code/src/grammars/load-grammar.ts';
import { allLanguages } from '../../packages/code/src/languages/find-language.ts';
import { measure } from './measure.ts';
import type { CodePayload } from './payloads.ts';

/** How long things take in this process, in milliseconds: grammars on the wall, files in processor time (of all threads), the best of several warm rounds. */
export interface Speed {
  /** The first grammar, with the parser library, and the slowest of the others. */
  readonly firstGrammar: number;
  readonly slowestGrammar: number;
  readonly lines: number;
  readonly bytes: number;
  readonly asked: number;
  readonly unasked: number;
}

const rounds = 7;
const wantedLines = 5000;

/** Loads every grammar, then compresses one Python file of 5,000 lines, counting real tokens before and after. */
export async function measureSpeed(compressor: Compressor, payloads: readonly CodePayload[]): Promise<Speed> {
  const times: number[] = [];
  for (const { grammar } of allLanguages()) {
    const begin = performance.now();
    await loadGrammar(grammar);
    times.push(performance.now() - begin);
  }
  const modules = ['argparse', 'tarfile', 'difflib'].flatMap((name) => payloads.find((payload) => payload.name === name)?.text ?? []);
  const lines = modules.join('\n').split('\n').slice(0, wantedLines);
  const payload: CodePayload = { name: 'large', text: lines.join('\n'), input: { path: 'large.py' } };
  const best = async (question: string): Promise<number> => {
    let fastest = Infinity;
    for (let round = 0; round < rounds; round += 1)
      fastest = Math.min(fastest, (await measure(compressor, payload, question)).milliseconds);
    return fastest;
  };
  return {
    firstGrammar: times[0] ?? 0,
    slowestGrammar: Math.max(...times.slice(1)),
    lines: lines.length,
    bytes: payload.text.length,
    asked: await best('What happens if nargs is 0 for an action that stores?'),
    unasked: await best(''),
  };
}
