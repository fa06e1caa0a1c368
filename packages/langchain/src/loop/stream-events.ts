import { retrieveTool } from '@headroom/core';
import type { ChatModelStreamEvent, MessageFinishEvent } from '@langchain/core/language_models/event';
import { ChatModelStream } from '@langchain/core/language_models/stream';
import type { UsageMetadata } from '@langchain/core/messages';
import type { RecordedTurn } from '../exchange/turn-record.ts';
import { writeReport } from './report.ts';
import { nextPrompt, settleRound, type Loop, type SettledRound } from './rounds.ts';
import { needsRecord, withoutOutputItems } from './show-message.ts';
import { sumUsage } from './usage.ts';

type BlockEvent = Extract<ChatModelStreamEvent, { readonly index: number }>;

/** Which blocks of one round are shown, and where. */
interface BlockDisplay {
  show(event: ChatModelStreamEvent): ChatModelStreamEvent | undefined;
  /** Texts that waited for the end of the round: words before a retrieval are no part of an answer that has to be JSON. */
  readonly waiting: readonly ChatModelStreamEvent[];
  /** The first index that no shown block has. */
  next(): number;
}

/**
 * The same loop for streams of content block events, from the provider's own events: each block says where it begins and ends, so that those of retrieve calls are left out
 * whole. Such a message has no `additional_kwargs`; what happened goes with the metadata of its end.
 */
export async function* streamEventsWithRetrieval(loop: Loop): AsyncGenerator<ChatModelStreamEvent> {
  const turns: RecordedTurn[] = [];
  let prompt = [...loop.prompt];
  let shift = 0;
  for (let round = 0; ; round += 1) {
    const said: ChatModelStreamEvent[] = [];
    const blocks = createBlockDisplay(loop, round, shift);
    let finish: MessageFinishEvent | undefined;
    for await (const event of loop.inner._streamChatModelEvents(prompt, loop.options)) {
      said.push(event);
      if (event.event === 'message-finish') finish = event;
      const shown = blocks.show(event);
      if (shown !== undefined) yield shown;
    }
    const message = await new ChatModelStream(replay(said)).output;
    const settled = await settleRound(loop, message, round);
    turns.push(settled.turn);
    if (!settled.again) {
      yield* blocks.waiting;
      yield await lastEvent(loop, finish, settled, turns);
      return;
    }
    shift = blocks.next();
    prompt = await nextPrompt(loop, prompt, settled.turn);
  }
}

function createBlockDisplay({ answers, record, json }: Loop, round: number, shift: number): BlockDisplay {
  const hidden = new Set<number>();
  const texts = new Set<number>();
  const waiting: ChatModelStreamEvent[] = [];
  let next = shift;
  const moved = (index: number): number => {
    next = Math.max(next, index + shift + 1);
    return index + shift;
  };
  const showBlock = <Event extends BlockEvent>(event: Event): Event | undefined => {
    if (hidden.has(event.index)) return undefined;
    const shown = { ...event, index: moved(event.index) };
    if (!texts.has(event.index)) return shown;
    waiting.push(shown);
    return undefined;
  };
  return {
    waiting,
    next: () => next,
    show(event) {
      switch (event.event) {
        case 'message-start':
          return round === 0 ? event : undefined;
        case 'message-finish':
          return undefined;
        case 'usage':
          return { ...event, usage: sumUsage([...record.rounds, event.usage as UsageMetadata]) ?? event.usage };
        case 'content-block-start':
          if (answers && 'name' in event.content && event.content.name === retrieveTool.name) hidden.add(event.index);
          if (json && event.content.type === 'text') texts.add(event.index);
          return showBlock(event);
        case 'content-block-delta':
        case 'content-block-finish':
          return showBlock(event);
        default:
          return event;
      }
    },
  };
}

async function lastEvent(
  loop: Loop,
  finish: MessageFinishEvent | undefined,
  settled: SettledRound,
  turns: readonly RecordedTurn[],
): Promise<MessageFinishEvent> {
  const usage = sumUsage(loop.record.rounds);
  const report = await writeReport(loop.record);
  const metadata = withoutOutputItems(finish?.responseMetadata ?? {}, (call) => settled.isAnswered(call));
  return {
    event: 'message-finish',
    ...finish,
    ...(usage === undefined ? {} : { usage }),
    responseMetadata: { ...metadata, headroom: { ...report, ...(needsRecord(turns) ? { turns } : {}) } },
  };
}

async function* replay(events: readonly ChatModelStreamEvent[]): AsyncGenerator<ChatModelStreamEvent> {
  yield* events;
}
