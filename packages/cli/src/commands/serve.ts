import type { CommandOptions } from '../command-line.ts';
import type { Streams } from '../output/streams.ts';
import { openSession, type Session } from '../session.ts';
import { serveLines, type AnswerRequest } from '../protocol/serve-lines.ts';

type Served = 'compress' | 'messages' | 'retrieve';

// Prompts come turn by turn, and each turn reuses what the one before it rendered.
const concurrency: Readonly<Record<Served, number>> = { compress: 4, messages: 1, retrieve: 4 };

/** Serves the machine protocol until the input ends. */
export async function serve(command: Served, options: CommandOptions, streams: Streams): Promise<void> {
  // Opening starts at once, while the first line is still on its way.
  const opening = openSession(options);
  const ready = opening.then((session) => (command === 'retrieve' ? undefined : warmUp(session, streams)));
  ready.catch(() => undefined);
  const answering = loadAnswer(command);
  const answer: AnswerRequest = async (fields) => (await answering)(await opening, fields);
  try {
    await serveLines(streams, { answer, concurrency: concurrency[command] });
  } finally {
    await ready.catch(() => undefined);
    await (await opening).close();
  }
}

/** Says what is missing, once, and loads the token table: a text this small has no other effect. */
async function warmUp(session: Session, { remarks }: Streams): Promise<void> {
  if (session.missingModel !== undefined) await remarks.write(`headroom: ${session.missingModel}\n`);
  await session.engine(undefined, 'text').compressText('ready');
}

function loadAnswer(command: Served): Promise<(session: Session, fields: Parameters<AnswerRequest>[0]) => Promise<object>> {
  switch (command) {
    case 'compress':
      return import('../protocol/compress-request.ts').then(({ answerCompress }) => answerCompress);
    case 'messages':
      return import('../protocol/messages-request.ts').then(({ answerMessages }) => answerMessages);
    case 'retrieve':
      return import('../protocol/retrieve-request.ts').then(({ answerRetrieve }) => answerRetrieve);
  }
}
