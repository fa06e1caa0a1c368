import type { Streams } from '../output/streams.ts';
import { readLines, type InputLine } from './read-lines.ts';
import { RequestError, type Fields } from './fields.ts';

/** Answers one request; what it throws becomes the answer's error. */
export type AnswerRequest = (fields: Fields) => Promise<object>;

/** How requests are served. */
export interface Service {
  readonly answer: AnswerRequest;
  /** Requests worked on at once; answers stay in order. */
  readonly concurrency: number;
}

/**
 * Answers every line of the input by one line of output, in order, each as soon as it and those before it are done. Reads no further than
 * `concurrency` requests ahead, waits for a slow reader, and ends with the input or with the reader. Blank lines are no requests.
 */
export async function serveLines({ input, output }: Pick<Streams, 'input' | 'output'>, { answer, concurrency }: Service): Promise<void> {
  const unfinished: Promise<unknown>[] = [];
  let written: Promise<unknown> = Promise.resolve();
  for await (const line of readLines(input)) {
    if ('text' in line && line.text.trim() === '') continue;
    const answered = answerLine(line, answer);
    written = Promise.all([answered, written]).then(([text]) => output.write(text));
    unfinished.push(written);
    if (unfinished.length >= concurrency) await unfinished.shift();
    if (output.reader === 'gone') break;
  }
  await written;
}

async function answerLine(line: InputLine, answer: AnswerRequest): Promise<string> {
  let id: unknown = null;
  try {
    if ('problem' in line) throw new RequestError(line.problem);
    const fields = readFields(line.text);
    id = fields['id'] ?? null;
    return `${JSON.stringify({ id, ...(await answer(fields)) })}\n`;
  } catch (error) {
    return `${JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) })}\n`;
  }
}

function readFields(text: string): Fields {
  let value: unknown;
  try {
    value = parseKeepingNumbers(text);
  } catch (cause) {
    throw new RequestError(`The line is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RequestError('The line is not a JSON object.');
  return value as Fields;
}

/** The parts of JSON that keep a number's spelling; in every Node that is supported, and not yet in the compiler's library. */
interface SpellingJson {
  rawJSON(source: string): unknown;
  parse(text: string, reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown;
}

/** Numbers that JavaScript would respell (64-bit ids, 1.0, 1e2) stay as they are: they stand in tool inputs, which never change (I7). */
function parseKeepingNumbers(text: string): unknown {
  const json = JSON as unknown as SpellingJson;
  return json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && String(value) !== source ? json.rawJSON(source) : value,
  );
}
