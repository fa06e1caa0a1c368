import { shapes } from '../payloads/shapes.ts';
import type { FakeReply, FakeRequest } from '../support/fake-provider-server/index.ts';

/** What the agent is asked, in every framework. */
export const task = 'Go through all the sources and say which of them need attention.';
export const instructions = 'You look after a fleet of services.';

const payloads = Object.values(shapes).map((shape) => shape(1).text);

/** The tools: one source each, so that no result is a repeat. Two give values, the others text. */
export const sources: Readonly<Record<string, () => unknown>> = Object.fromEntries([
  ...payloads.map((text, index) => [`source_${index}`, () => text] as const),
  ['source_rows', () => JSON.parse(shapes['nested issues']?.(2).text ?? '') as unknown],
  ['source_events', () => JSON.parse(shapes['search results']?.(3).text ?? '') as unknown],
]);

/** The model: it asks one source after the other, looks once into what was left out, and answers. */
export function script(request: FakeRequest, before: number): FakeReply {
  const names = Object.keys(sources);
  const name = names[before];
  if (name !== undefined) return { parts: [{ type: 'call', id: `call_${before}`, name, input: {} }] };
  const hash = /<<ccr:([0-9a-f]{24})/.exec(request.raw)?.[1];
  if (before === names.length && hash !== undefined)
    return { parts: [{ type: 'call', id: 'call_look', name: 'headroom_retrieve', input: { hash, lines: '1-3' } }] };
  return { parts: [{ type: 'text', text: 'Two of them.' }] };
}
