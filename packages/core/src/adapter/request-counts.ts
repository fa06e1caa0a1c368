/** How often each request to the retrieve tool was made. */
export interface RequestCounts {
  /** How often a request was made so far; arguments in another order are the same request. */
  of(input: unknown): number;
  /** Notes one more. */
  add(input: unknown): void;
}

/**
 * Counts requests to the retrieve tool: over the prompt itself, so that the count survives restarts and needs no session (I4).
 *
 * @param inputs the arguments of the calls that stand in a prompt
 */
export function countRequests(inputs: Iterable<unknown>): RequestCounts {
  const counts = new Map<string, number>();
  const requests: RequestCounts = {
    of: (input) => counts.get(requestKey(input)) ?? 0,
    add(input) {
      counts.set(requestKey(input), requests.of(input) + 1);
    },
  };
  for (const input of inputs) requests.add(input);
  return requests;
}

// The same answer twice is a model looking again; a third time is a model going in circles.
const fullAnswers = 2;

/**
 * What a model is told that asks the same once more; undefined while it is answered in full.
 *
 * @param before how often this very request was answered before
 */
export function repeatNotice(before: number): string | undefined {
  if (before < fullAnswers) return undefined;
  return 'This exact request was answered before in this conversation, and the answer has not changed: read it there. To see another part, ask with other lines, query or path.';
}

function requestKey(input: unknown): string {
  if (typeof input !== 'object' || input === null) return JSON.stringify(input) ?? '';
  const entries = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  return JSON.stringify(entries.sort(([first], [second]) => (first < second ? -1 : 1)));
}
