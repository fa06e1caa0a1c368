import fc from 'fast-check';
import type { OpenAiChatMessage } from '../lenses/openai-chat.ts';
import type { Candidate, Compressor, Payload } from '../types/compressor.ts';

/** A compressor for the engine's own tests: keeps the first line and the lines that hold a word of the question, and says how many it left out. */
export const lineCompressor: Compressor = {
  name: 'test-lines',
  kinds: ['text', 'prose', 'log', 'terminal', 'table', 'config', 'mixed', 'code', 'search'],
  compress: (payload, context) => (context.fidelity === 'lossless' ? undefined : keepLines(payload)),
};

function keepLines({ text, question }: Payload): Candidate | undefined {
  const words = question.split(' ').filter((word) => word.length > 2);
  const lines = text.split('\n');
  const kept = lines.filter((line, index) => index === 0 || words.some((word) => line.includes(word)));
  const count = lines.length - kept.length;
  if (count === 0) return undefined;
  return {
    text: [...kept, `[${count} lines left out]`].join('\n'),
    fidelity: 'reversible',
    omissions: [{ unit: 'lines', count, where: '', facts: [] }],
  };
}

const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'timeout', 'order', 'ledger', 'pinned', 'marble', 'copper');
const line = fc.array(word, { minLength: 3, maxLength: 8 }).map((words) => words.join(' '));

/** Blocks of lines that come back in later results, as files that are read again do. */
const blocks = ['north', 'south', 'west'].map((side) =>
  Array.from({ length: 14 }, (_, index) => `${side} ${index} of the sheet with some more words in it`).join('\n'),
);

/** Tool results that are worth compressing, too small for it, or odd. */
export const resultText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(line, { minLength: 60, maxLength: 120 }).map((lines) => lines.join('\n')) },
  { weight: 2, arbitrary: line },
  {
    weight: 3,
    arbitrary: fc.array(fc.oneof(fc.constantFrom(...blocks), line), { minLength: 2, maxLength: 6 }).map((parts) => parts.join('\n')),
  },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\ud800 lone', '<<ccr:0123456789abcdef01234567 9_rows_offloaded>>') },
);

/** One step of a conversation: a question, or a call with its result. */
const step: fc.Arbitrary<readonly OpenAiChatMessage[]> = fc.oneof(
  line.map((content) => [{ role: 'user', content }]),
  fc
    .tuple(resultText, fc.constantFrom('search', 'read_file', 'headroom_retrieve', 'mcp__x__headroom_retrieve'), fc.uuid())
    .map(([content, name, id]) => [
      { role: 'assistant', content: null, tool_calls: [{ id, type: 'function', function: { name, arguments: '{"q":"ledger"}' } }] },
      { role: 'tool', tool_call_id: id, content },
    ]),
  line.map((content) => [{ role: 'assistant', content }]),
);

/** Whole conversations in OpenAI's chat format. */
export const conversation: fc.Arbitrary<readonly OpenAiChatMessage[]> = fc
  .array(step, { minLength: 1, maxLength: 8 })
  .map((steps) => [{ role: 'system', content: 'You help.' }, ...steps.flat()]);

/** A text of many lines that the test compressor makes much shorter. */
export function longText(seed = 'line', lines = 80): string {
  return Array.from({ length: lines }, (_, index) => `${seed} ${index} of the quarterly sheet of marble and copper orders`).join('\n');
}
