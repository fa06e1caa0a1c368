import type { Corpus, RecoveredRow, ScoreTable } from './scorer.ts';
import { score } from './scorer.ts';
import type { Compressed, Input, Mode, Request, Subject } from './subject.ts';

/** One configuration to be measured. */
export interface Configuration {
  readonly mode: Mode;
  readonly query: 'with' | 'without';
}

export interface Measurement extends Configuration {
  readonly table: ScoreTable;
  readonly printed: string;
  readonly results: readonly Compressed[];
}

/** What one retrieve call may give back, in tokens. */
const oneCallBudget = 2000;

/** Compresses all inputs, redeems every handle that stands in view, and scores both. */
export async function measure(
  subject: Subject,
  corpus: Corpus,
  inputs: readonly Input[],
  { mode, query, recount, verbose }: Configuration & { recount: boolean; verbose: boolean },
): Promise<Measurement> {
  const given = query === 'with' ? inputs : inputs.map(({ id, text }) => ({ id, text }));
  const results = await subject.compress(given, mode);
  const recovered = await recover(subject, inputs, results);
  return { mode, query, results, ...score(corpus, { results, recovered, recount, verbose }) };
}

/** The question is the probe's own, even where the compressor was not told it: a model that misses something knows what it misses. */
async function recover(subject: Subject, inputs: readonly Input[], results: readonly Compressed[]): Promise<RecoveredRow[]> {
  const questions = new Map(inputs.map(({ id, query }) => [id, query ?? '']));
  // Only a handle that the model can see can be redeemed, whatever the receipt says.
  const visible = results.map(({ id, text, handles }) => ({ id, handles: handles.filter((handle) => text.includes(handle)) }));
  const requests: Request[] = visible.flatMap(({ id, handles }) =>
    handles.flatMap((hash) => [
      { id: `${id} ${hash} answer`, hash, query: questions.get(id) ?? '', budget: oneCallBudget },
      { id: `${id} ${hash} whole`, hash },
    ]),
  );
  const answers = new Map((await subject.retrieve(requests)).map((answer) => [answer.id, answer.found ? answer.text : '']));
  return visible.map(({ id, handles }) => ({
    id,
    texts: handles.map((hash) => answers.get(`${id} ${hash} answer`) ?? ''),
    all: handles.map((hash) => answers.get(`${id} ${hash} whole`) ?? '').join('\n'),
  }));
}
