import { markdownTable, percent } from '../figures/markdown-table.ts';
import type { Measurement } from './measure.ts';
import type { Score, ScoreTable } from './scorer.ts';

/** A name of a configuration for people. */
export function title({ mode, query }: Pick<Measurement, 'mode' | 'query'>): string {
  if (mode === 'lossless') return 'lossless';
  return query === 'with' ? 'with the question' : 'without';
}

/** The Markdown page of all measurements: a row for each kind, one to three columns for each configuration. */
export function markdown(measurements: readonly Measurement[], subject: string): string {
  const kinds = Object.keys(measurements[0]?.table.kinds ?? {}).sort();
  const heading = ['kind (facts)', ...measurements.flatMap(columns), 'facts lost'];
  const rows = kinds.map((kind) => row(kind, measurements, ({ table }) => table.kinds[kind]));
  return [
    '# Facts in view and tokens kept, on the development corpus',
    '',
    `Written by \`npm run fidelity\` for ${subject}. In percent: facts whose words stand in what the model reads; facts in view or given back by one retrieve call`,
    'with the question and a budget of 2,000 tokens; o200k tokens kept, markers and statements about omissions included. A fact is lost where nothing gives it back.',
    'In view is told letter by letter: what a lossless form folds (a shared prefix, a sequence) decodes back, but does not stand there.',
    '',
    markdownTable(heading, [...rows, row('**all**', measurements, ({ table }) => table)]),
    '',
  ].join('\n');
}

function columns({ mode, query }: Measurement): string[] {
  const name = title({ mode, query });
  return mode === 'lossless' ? [`${name}: in view`, 'tokens kept'] : [`${name}: in view`, 'after one call', 'tokens kept'];
}

function row(name: string, measurements: readonly Measurement[], scoreOf: (measurement: Measurement) => Score | undefined): string[] {
  const cells = measurements.flatMap((measurement) => {
    const { retained = 0, oneCall = 0, tokensKept = 0 } = scoreOf(measurement) ?? {};
    const view = measurement.mode === 'lossless' ? [retained] : [retained, retained + oneCall];
    return [...view, tokensKept].map(percent);
  });
  const lost = measurements
    .filter(({ mode }) => mode !== 'lossless')
    .reduce((sum, measurement) => sum + (scoreOf(measurement)?.lost ?? 0), 0);
  const [first] = measurements;
  return [`${name} (${first === undefined ? 0 : (scoreOf(first)?.probes ?? 0)})`, ...cells, String(lost)];
}

/** The lines that compare a baseline of the same size, for the terminal. */
export function baselineLines(name: string, { kinds, retained, tokensKept }: ScoreTable): string[] {
  const line = (kind: string, view: number, kept: number): string =>
    `  ${kind.padEnd(14)} ${percent(view).padStart(6)} in view, ${percent(kept).padStart(6)} kept`;
  return [
    `${name} at the same size:`,
    ...Object.entries(kinds).map(([kind, one]) => line(kind, one.retained, one.tokensKept)),
    line('all', retained, tokensKept),
  ];
}
