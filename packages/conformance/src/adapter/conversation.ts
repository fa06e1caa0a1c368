import { deepFreeze } from '../deep-freeze.ts';
import type { HarnessOptions, ScriptedTurn, SentRequest } from './harness.ts';

/** How often the user asks in the long conversation. */
export const questions = 10;

/** Rows of which no prompt shows all. Frozen: an adapter that writes to what a tool gave it fails. */
function rowsOf(page: number): readonly Readonly<Record<string, unknown>>[] {
  return deepFreeze(
    Array.from({ length: 400 }, (_, index) => ({
      id: page * 1000 + index,
      name: `item ${page}-${index}`,
      state: index === 150 ? `broken in page ${page}` : 'fine',
      size: (index * 37 + page) % 101,
      place: `shelf ${(index * 53) % 97}`,
    })),
  );
}

/** The tools of the agent. */
export const tools: HarnessOptions['tools'] = {
  list_rows: ({ page }) => rowsOf(Number(page)),
  double: ({ number }) => ({ doubled: 2 * Number(number) }),
};

/**
 * Plays the model of the long conversation. It knows the conversation only by the requests that it gets, so that it goes on in a new process where it stopped in the
 * old one. Question after question it retrieves alone, several things at once, beside a call of the caller's tool, and not at all.
 */
export function createModel(): (request: SentRequest) => ScriptedTurn {
  return (request) => {
    const seen = JSON.stringify(request.messages);
    const page = lastNumber(seen, /question (\d+)\?/g);
    const asked = (letter: string): boolean => seen.includes(`call-${page}-${letter}`);
    if (!asked('a')) return { text: 'I list the rows. ', calls: [{ id: `call-${page}-a`, name: 'list_rows', input: { page } }] };
    if (!asked('b')) return { text: 'I look closer. ', calls: lookCloser(page, seen) };
    if (page % 4 === 2 && !asked('c')) return { calls: [doubling(page)] };
    return { text: `answer ${page}` };
  };
}

function lookCloser(page: number, seen: string): NonNullable<ScriptedTurn['calls']> {
  // The rows of this question are the newest result, so that the last marker is theirs.
  const hash = handlesIn(seen).at(-1) ?? '';
  const look = (letter: string, path: string) => ({ id: `call-${page}-${letter}`, name: 'headroom_retrieve', input: { hash, path } });
  const first = look('b', '$[77]');
  if (page % 4 === 1) return [first, look('d', '$[78]')];
  return page % 4 === 3 ? [first, doubling(page)] : [first];
}

function doubling(page: number): NonNullable<ScriptedTurn['calls']>[number] {
  return { id: `call-${page}-c`, name: 'double', input: { number: page } };
}

/** The handles of all markers in a text, in their order. */
export function handlesIn(text: string): string[] {
  return [...text.matchAll(/<<ccr:([0-9a-f]{24})/g)].map(([, handle]) => handle ?? '');
}

function lastNumber(text: string, pattern: RegExp): number {
  return Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
}
