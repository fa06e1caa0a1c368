import type { FakePart, FakeReply, FakeRequest } from './types.ts';

/** One answer of the scripted model, made from the request that it sees. */
export type Step = (request: FakeRequest) => readonly FakePart[];

/** Plays steps one after the other; a request too many is refused in a way that nobody tries again. */
export function play(steps: readonly Step[]): (request: FakeRequest, before: number) => FakeReply {
  return (request, before) => {
    const step = steps[before];
    return step === undefined ? { status: 400, message: `no step ${before}` } : { parts: step(request) };
  };
}

/** The handles of all markers in a text, in their order. */
export function handlesIn(text: string): string[] {
  return [...text.matchAll(/<<ccr:([0-9a-f]{24})/g)].map(([, handle]) => handle ?? '');
}

/** The handle of the first marker in what the model sees, as a model would copy it. */
export function handleIn(seen: unknown): string {
  const [found] = handlesIn(JSON.stringify(seen));
  if (found === undefined) throw new Error('no marker in the request');
  return found;
}

export const say = (text: string): FakePart => ({ type: 'text', text });
export const think = (text: string): FakePart => ({ type: 'reasoning', text });
export const call = (id: string, name: string, input: unknown): FakePart => ({ type: 'call', id, name, input });
