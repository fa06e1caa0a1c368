import { createHeadroom } from '@headroom/core';
import { searchRows } from '../payloads/search-rows.ts';
import { spreadOf, timed, type Spread } from './statistics.ts';

/** What a turn of a growing conversation costs, early and late. */
export interface Conversation {
  readonly turns: number;
  readonly rowsPerTurn: number;
  readonly earlyMs: Spread;
  readonly lateMs: Spread;
  readonly lateOverEarly: number;
  /** One new result of the late turns compressed alone, without any conversation around it. */
  readonly aloneMs: Spread;
  /** Whether each turn's prompt began with the whole prompt of the turn before, byte for byte. */
  readonly prefix: 'kept' | 'broken';
}

interface Message {
  readonly role: string;
  readonly content: string | null;
  readonly tool_calls?: readonly object[];
  readonly tool_call_id?: string;
}

const turns = 100;
const rowsPerTurn = 40;
/** Turns compared: after warming up, and at the end. */
const window = 20;

/** Compresses a conversation again on every turn, as an agent does: turn n brings one new result and n - 1 known ones. */
export async function measureConversation(): Promise<Conversation> {
  const headroom = createHeadroom({ model: 'gpt-5' });
  const history: Message[] = [{ role: 'system', content: 'You answer from search results.' }];
  const alone = createHeadroom({ model: 'gpt-5' });
  const times: number[] = [];
  const timesAlone: number[] = [];
  let before = '';
  let prefix: Conversation['prefix'] = 'kept';
  try {
    for (let turn = 0; turn < turns; turn++) {
      history.push(...exchange(turn));
      const { value, milliseconds } = await timed(() => headroom.compress([...history], { format: 'openai-chat' }));
      times.push(milliseconds);
      const result = history.find(({ tool_call_id }) => tool_call_id === `call_${turn}`)?.content ?? '';
      timesAlone.push((await timed(() => alone.compressText(result))).milliseconds);
      const rendered = value.messages.map((message) => JSON.stringify(message)).join('\n');
      if (!rendered.startsWith(before)) prefix = 'broken';
      before = rendered;
    }
  } finally {
    await headroom.close();
    await alone.close();
  }
  const early = spreadOf(times.slice(window / 2, window / 2 + window));
  const late = spreadOf(times.slice(-window));
  return {
    turns,
    rowsPerTurn,
    earlyMs: early,
    lateMs: late,
    lateOverEarly: late.median / early.median,
    aloneMs: spreadOf(timesAlone.slice(-window)),
    prefix,
  };
}

function exchange(turn: number): Message[] {
  const id = `call_${turn}`;
  const rows = searchRows(rowsPerTurn, 50_000 + turn);
  const title = rows[rowsPerTurn >> 1]?.title ?? '';
  return [
    { role: 'user', content: `What is known about ${title}?` },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id, type: 'function', function: { name: 'search', arguments: JSON.stringify({ query: title }) } }],
    },
    { role: 'tool', tool_call_id: id, content: JSON.stringify(rows) },
    { role: 'assistant', content: `I have read the results about ${title}.` },
  ];
}
