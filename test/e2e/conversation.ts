/** What a tool gave on a turn, in several shapes; every third holds a lone surrogate, as tools that cut in the middle of a character give it. */
export function toolResult(turn: number): string {
  // No form can write these shorter without leaving some of them out: the ids follow no rule that a table could state.
  const rows = Array.from({ length: 600 + turn * 10 }, (_, row) => ({
    id: scrambled(row * 31 + turn).toString(36),
    name: `service-${scrambled(row + turn) % 1009}`,
    state: row % 97 === 0 ? 'failed' : 'running',
    revision: scrambled(row * 7 + turn).toString(16),
    message: row % 97 === 0 ? `could not bind port ${8000 + row}` : 'listening',
  }));
  if (turn % 3 === 1) return JSON.stringify({ region: 'north', total: rows.length, services: rows }, null, 2);
  if (turn % 3 === 2) return rows.map((row) => JSON.stringify(row)).join('\n');
  return JSON.stringify(rows).replace('listening', 'listening \ud83d');
}

const question = (turn: number) => (turn === 1 ? 'Which services failed?' : `And in report ${turn}?`);

/** The first turns of a conversation as an application keeps it; those of fewer turns are its beginnings. */
export const conversations = {
  'openai-chat': (turns: number) =>
    turnsUpTo(turns).flatMap((turn) => [
      { role: 'user', content: question(turn) },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: `call-${turn}`, type: 'function', function: { name: 'list_services', arguments: `{"report":${turn}}` } }],
      },
      { role: 'tool', tool_call_id: `call-${turn}`, content: toolResult(turn) },
      { role: 'assistant', content: `Report ${turn} is read.` },
    ]),
  anthropic: (turns: number) =>
    turnsUpTo(turns).flatMap((turn) => [
      { role: 'user', content: question(turn) },
      { role: 'assistant', content: [{ type: 'tool_use', id: `use-${turn}`, name: 'list_services', input: { report: turn } }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: `use-${turn}`, content: [{ type: 'text', text: toolResult(turn) }] }] },
      { role: 'assistant', content: [{ type: 'text', text: `Report ${turn} is read.` }] },
    ]),
} as const;

export type Format = keyof typeof conversations;

function turnsUpTo(turns: number): readonly number[] {
  return Array.from({ length: turns }, (_, index) => index + 1);
}

/** Knuth's multiplicative hash (The Art of Computer Programming, volume 3, 6.4). */
function scrambled(index: number): number {
  return Math.imul(index + 1, 2_654_435_761) >>> 0;
}
