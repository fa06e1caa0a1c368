import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Compressor } from '@headroom/core';
import { loadGrammar } from '../../packages/code/src/grammars/load-grammar.ts';
import { withTree } from '../../packages/code/src/grammars/parse-source.ts';
import { allLanguages } from '../../packages/code/src/languages/find-language.ts';
import { measure } from './measure.ts';
import type { CodePayload } from './payloads.ts';

/** How long things take in this process, in milliseconds: grammars on the wall, files in processor time (of all threads), the best of several warm rounds. */
export interface Speed {
  /** The first grammar, with the parser library, in the best of several fresh processes; and the slowest of the others. */
  readonly firstGrammar: number;
  readonly slowestGrammar: number;
  /** The dearest of all grammars by processor time, which other work on the machine hardly changes; unpacked and compiled once. */
  readonly dearestGrammar: number;
  readonly lines: number;
  readonly bytes: number;
  /** The parser alone, once over the whole file: nothing that parses with it can be faster. */
  readonly parsed: number;
  readonly asked: number;
  readonly unasked: number;
}

const rounds = 25;
const freshProcesses = 5;
const wantedLines = 5000;

/** Loads every grammar, then compresses one Python file of 5,000 lines, counting real tokens before and after. */
export async function measureSpeed(compressor: Compressor, payloads: readonly CodePayload[]): Promise<Speed> {
  const times: number[] = [];
  const processorTimes: number[] = [];
  for (const { grammar } of allLanguages()) {
    const [begin, before] = [performance.now(), process.cpuUsage()];
    await loadGrammar(grammar);
    times.push(performance.now() - begin);
    processorTimes.push(processorMilliseconds(before));
  }
  const modules = ['argparse', 'tarfile', 'difflib'].flatMap((name) => payloads.find((payload) => payload.name === name)?.text ?? []);
  const lines = modules.join('\n').split('\n').slice(0, wantedLines);
  const payload: CodePayload = { name: 'large', text: lines.join('\n'), input: { path: 'large.py' } };
  const grammar = await loadGrammar('python');
  return {
    firstGrammar: Math.min(...Array.from({ length: freshProcesses }, firstGrammar)),
    slowestGrammar: Math.max(...times.slice(1)),
    dearestGrammar: Math.max(...processorTimes.slice(1)),
    lines: lines.length,
    bytes: payload.text.length,
    parsed: await leastProcessorTime(() => withTree(grammar, payload.text, () => undefined)),
    asked: await leastProcessorTime(() => measure(compressor, payload, 'What happens if nargs is 0 for an action that stores?')),
    unasked: await leastProcessorTime(() => measure(compressor, payload, '')),
  };
}

function firstGrammar(): number {
  const script = fileURLToPath(new URL('first-grammar.ts', import.meta.url));
  return Number(execFileSync(process.execPath, [...process.execArgv, script, 'python'], { encoding: 'utf8' }));
}

/** Milliseconds of all threads, in the best of several rounds. */
async function leastProcessorTime(work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    await work();
    least = Math.min(least, processorMilliseconds(before));
  }
  return least;
}

function processorMilliseconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
