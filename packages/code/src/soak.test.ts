import { expect, it } from 'vitest';
import { codeCompressor } from './code-compressor.ts';
import { contextFor, payloadOf, statements } from './test-support.ts';

const mebibyte = 2 ** 20;

it('frees what the parser holds: memory stays flat over many large files', async () => {
  const text = Array.from(
    { length: 60 },
    (_, n) => `export function step${n}(a) {\n${statements(40, (line) => `  use(a, ${line}, 'text of ${n}');`)}}\n`,
  ).join('');
  const compressor = codeCompressor();
  const run = async (times: number): Promise<number> => {
    for (let count = 0; count < times; count += 1)
      await compressor.compress(payloadOf(text, 'a.js', 'What does step7 do?'), contextFor(text));
    return process.memoryUsage().rss;
  };
  // Trees that nobody frees take some three megabytes each; the first runs fill the heap to what it then stays at.
  const before = await run(20);
  expect((await run(60)) - before).toBeLessThan(80 * mebibyte);
}, 60_000);
