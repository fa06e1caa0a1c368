import type { FakeReply, FakeRequest } from '../support/fake-provider-server/index.ts';
import { realSources } from './real-sources.ts';

/** What the agent is asked, in every framework. */
export const task = 'Go through all the sources and say which of them need attention.';
export const instructions = 'You look after a workspace of packages.';

/** The tools: one source each, so that no result is a repeat. Some give values, the others text. */
export const sources = realSources;

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
