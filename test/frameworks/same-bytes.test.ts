// One agent, one task, several frameworks: the provider gets the same compressed bytes for the same results, and each request begins with the one before it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeProviderServer, type FakeRequest } from '../support/fake-provider-server/index.ts';
import { prefixBreak } from '../support/wire-prefix.ts';
import { agents, newEngine } from './agents.ts';
import { script, sources } from './task.ts';

const sent = new Map<string, readonly FakeRequest[]>();

beforeAll(async () => {
  for (const [name, run] of Object.entries(agents)) {
    const server = await startFakeProviderServer(script);
    const engine = newEngine();
    expect(await run(server.url, engine), name).toContain('Two of them.');
    sent.set(name, server.requests);
    await engine.close();
    await server.close();
  }
});
afterAll(() => sent.clear());

/** What stands in the last request of each tool result. */
function results(name: string): string[] {
  const messages = (sent.get(name)?.at(-1)?.messages ?? []) as { role: string; content: string }[];
  return messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
}

describe.each(Object.keys(agents))('%s', (name) => {
  it('I3: sends every request as an extension of the one before it, over ten sources and a retrieval', () => {
    const requests = sent.get(name) ?? [];
    expect(requests).toHaveLength(Object.keys(sources).length + 2);
    const breaks = requests.flatMap((request, index) => prefixBreak(requests[index - 1]?.messages ?? [], request.messages) ?? []);
    expect(breaks).toEqual([]);
    expect(new Set(requests.map(({ body }) => JSON.stringify(body['tools']))).size).toBe(1);
  });

  it('I4: sends the same bytes for the same results as every other framework', () => {
    const [first] = Object.keys(agents);
    expect(results(name)).toEqual(results(first ?? ''));
    expect(results(name).join('\n')).toContain('<<ccr:');
    const originals = Object.values(sources).map((source) => source());
    const before = originals.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('');
    expect(results(name).join('').length).toBeLessThan(0.7 * before.length);
  });
});
