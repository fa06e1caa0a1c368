import type { FakePart, FakeReply, FakeRequest } from '../../../../test/support/fake-provider-server/index.ts';

/** Rows as a tool returns them: enough of them that some are left out of the prompt. */
export const rows = Array.from({ length: 240 }, (_, index) => ({
  id: index,
  host: `node-${(index * 7919) % 97}.example.net`,
  state: index === 177 ? 'failed: disk 3 reports unreadable sectors' : 'healthy',
  region: ['eu-west', 'us-east', 'ap-south'][index % 3],
  load: ((index * 37) % 101) / 100,
  note: `checked by agent ${(index * 31) % 17} in pass ${(index * 53) % 29}`,
}));

/** One answer of the scripted model, made from the request that it sees. */
export type Step = (request: FakeRequest) => readonly FakePart[];

/** Plays steps one after the other. */
export function play(steps: readonly Step[]): (request: FakeRequest, before: number) => FakeReply {
  return (request, before) => {
    const step = steps[before];
    return step === undefined ? { status: 500, message: `no step ${before}` } : { parts: step(request) };
  };
}

/** The handle of the first marker in what the model sees, as a model would copy it. */
export function handleIn(messages: unknown): string {
  const found = /<<ccr:([0-9a-f]{24})/.exec(JSON.stringify(messages))?.[1];
  if (found === undefined) throw new Error('no marker in the request');
  return found;
}

export const say = (text: string): FakePart => ({ type: 'text', text });
export const think = (text: string): FakePart => ({ type: 'reasoning', text });
export const call = (id: string, name: string, input: unknown): FakePart => ({ type: 'call', id, name, input });
