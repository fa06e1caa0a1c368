import { call, handleIn, say, think, type FakePart, type FakeRequest, type Step } from '../../../../test/support/fake-provider-server/index.ts';

/** Rows as a tool returns them: enough of them that some are left out of the prompt. */
export const rows = Array.from({ length: 240 }, (_, index) => ({
  id: index,
  host: `node-${(index * 7919) % 97}.example.net`,
  state: index === 177 ? 'failed: disk 3 reports unreadable sectors' : 'healthy',
  load: ((index * 37) % 101) / 100,
  note: `checked by agent ${(index * 31) % 17} in pass ${(index * 53) % 29}, ticket ${(index * 104_729) % 99_991}`,
}));

/** What the user asks. */
export const question = 'Which row failed, and what is twice seven?';

export const lookUp = (id: string, request: FakeRequest, part: object): FakePart => call(id, 'headroom_retrieve', { hash: handleIn(request.raw), ...part });

export const listRows: Step = () => [think('I need the rows.'), call('u1', 'list_rows', {})];
export const answer: Step = () => [say('Row 177 failed; twice seven is 14.')];

/**
 * A conversation with every kind of turn: the agent's tool, a retrieval alone with thoughts and words before it, two retrievals at once, a retrieval beside the agent's tool, and an
 * answer.
 */
export const fullStory: readonly Step[] = [
  listRows,
  (request) => [think('Some are left out.'), say('Let me look. '), lookUp('h1', request, { query: 'ticket of node-3' })],
  (request) => [lookUp('h2', request, { lines: '1-2' }), lookUp('h3', request, { path: '$[55]' })],
  (request) => [think('And the other.'), lookUp('h4', request, { path: '$[56]' }), call('u2', 'double', { x: 7 })],
  answer,
];
