import { parseArgs } from 'node:util';
import type { Configuration } from './measure.ts';
import type { Mode } from './subject.ts';

/** What the command line of `npm run fidelity` asks for. */
export interface Arguments {
  readonly configurations: readonly Configuration[];
  readonly kinds: readonly string[];
  readonly command: string | undefined;
  readonly model: string | undefined;
  readonly recount: boolean;
  readonly verbose: boolean;
  readonly baselines: boolean;
  readonly output: string | undefined;
  readonly help: boolean;
}

export const usage = `npm run fidelity -- [options]

Scores the library on the development corpus: which facts are in view, which come back by one retrieve call, which are lost, and how many tokens are kept.
Without --mode and --no-query it measures reversible with the question, reversible without it, and lossless, and writes docs/results/fidelity.*.

  --mode MODE       reversible or lossless: measure this one only
  --no-query        leave the question out (with --mode, or for reversible alone)
  --kinds A,B       only these kinds of the corpus
  --command "…"     score this program by the protocol of the command line (compress --jsonl, retrieve --jsonl) instead of the library
  --model NAME      the model the library is told
  --baselines       also score head + tail and BM25 at the same size
  --recount         count tokens by the scorer's own tokenizer instead of believing the compressor
  --verbose         list the probes that are not in view
  --output FILE     where the JSON result goes`;

/** @throws Error for an option or mode that does not exist. */
export function readArguments(parameters: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      mode: { type: 'string' },
      'no-query': { type: 'boolean', default: false },
      kinds: { type: 'string', default: '' },
      command: { type: 'string' },
      model: { type: 'string' },
      baselines: { type: 'boolean', default: false },
      recount: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      output: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    configurations: configurations(values.mode, values['no-query']),
    kinds: values.kinds.split(',').filter(Boolean),
    command: values.command,
    model: values.model,
    baselines: values.baselines,
    recount: values.recount,
    verbose: values.verbose,
    output: values.output,
    help: values.help,
  };
}

function configurations(mode: string | undefined, noQuery: boolean): Configuration[] {
  if (mode === undefined && !noQuery) {
    return [
      { mode: 'reversible', query: 'with' },
      { mode: 'reversible', query: 'without' },
      { mode: 'lossless', query: 'without' },
    ];
  }
  return [{ mode: readMode(mode ?? 'reversible'), query: noQuery ? 'without' : 'with' }];
}

function readMode(mode: string): Mode {
  if (mode !== 'reversible' && mode !== 'lossless') throw new Error(`--mode is reversible or lossless, not ${mode}.`);
  return mode;
}
