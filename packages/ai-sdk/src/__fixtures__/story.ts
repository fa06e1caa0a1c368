import { call, handleIn, say, think, type Step } from '../../../../test/support/fake-provider-server/index.ts';

/**
 * A conversation with every kind of turn: the caller's tool, a retrieval alone with thoughts and words before it, two retrievals at once, a retrieval beside the
 * caller's tool, and an answer.
 */
export const fullStory: readonly Step[] = [
  () => [think('I need the rows.'), call('u1', 'list_rows', {})],
  ({ messages }) => [think('Some are left out.'), say('Let me look. '), call('h1', 'headroom_retrieve', { hash: handleIn(messages), query: 'failed disk' })],
  ({ messages }) => [
    call('h2', 'headroom_retrieve', { hash: handleIn(messages), lines: '1-2' }),
    call('h3', 'headroom_retrieve', { hash: handleIn(messages), path: '$[177]' }),
  ],
  ({ messages }) => [think('And the other.'), call('h4', 'headroom_retrieve', { hash: handleIn(messages) }), call('u2', 'double', { x: 7 })],
  () => [say('Row 177 failed; twice seven is 14.')],
];
