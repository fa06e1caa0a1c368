// Runs the model in a process of its own, in each of the ways that users do: node --import …/resolve-source.mjs one-process.ts engine|caller|inspect. Prints what ran.
import { createHeadroom } from '@headroom/core';
import { inspectKompress, kompressCompressor } from '@headroom/kompress';

const way = process.argv[2];
if (way === 'inspect') console.log((await inspectKompress()).method);
else {
  const sentence = 'The harbour of the town was opened by the council, and it is not the largest one of those that are on the coast.';
  const headroom = createHeadroom({
    minimumTokens: 20,
    deadlineMs: 50_000,
    offload: way === 'caller' ? 'never' : 'auto',
    compressors: [kompressCompressor({ sentences: 'all' })],
  });
  const { method, detail } = await headroom.compressText(`${sentence} `.repeat(30));
  await headroom.close();
  console.log(method ?? detail);
}
