import { markdownTable, percent } from '../figures/markdown-table.ts';
import type { Measurement } from './measure.ts';
import type { Score, ScoreTable } from './scorer.ts';

/** A name of a configuration for people. */
export function title({ mode, query }: Pick<Measurement, 'mode' | 'query'>): string {
  if (mode === 'lossless') return 'lossless';
  return query === 'with' ? 'with the question' : 'without';
}

/** The Markdown page of all measurements: a row for each kind, three columns for each configuration. */
export function markdown(measurements: readonly Measurement[], subject: string): string {
  const kinds = Object.keys(measurements[0]?.table.kinds ?? {}).sort();
  const heading = ['kind (probes)', ...measurements.flatMap((one) => columns(title(one)))];
  const rows = kinds.map((kind) => [`${kind} (${measurements[0]?.table.kinds[kind]?.probes ?? 0})`, ...measurements.flatMap((one) => cells(one.table.kinds[kind]))]);
  const all = [`**all (${measurements[0]?.table.probes ?? 0})**`, ...measurements.flatMap((one) => cells(one.table))];
  return [
    '# Facts in view and tokens kept, on the development corpus',
    '',
    `Written by \`npm run fidelity\` for ${subject}. In percent: facts in view; facts in view or given back by one retrieve call with the question and a`,
    'budget of 2,000 tokens; o200k tokens kept, markers and facts about omissions included. Lost is a number of facts that nothing gives back.',
    '',
    markdownTable(heading, [...rows, all]),
    '',
  ].join('\n');
}

function columns(name: string): string[] {
  return [`${name}: in view`, 'after one call', 'tokens kept', 'lost'];
}

function cells(score: Score | undefined): string[] {
  if (score === undefined) return ['', '', '', ''];
  return [percent(score.retained), percent(score.retained + score.oneCall), percent(score.tokensKept), String(score.lost)];
}

/** The lines that compare a baseline of the same size, for the terminal. */
export function baselineLines(name: string, { kinds, retained, tokensKept }: ScoreTable): string[] {
  const line = (kind: string, view: number, kept: number): string => `  ${kind.padEnd(14)} ${percent(view).padStart(6)} in view, ${percent(kept).padStart(6)} kept`;
  return [`${name} at the same size:`, ...Object.entries(kinds).map(([kind, one]) => line(kind, one.retained, one.tokensKept)), line('all', retained, tokensKept)];
}
