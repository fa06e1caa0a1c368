import type { AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { ChatGenerationChunk } from '@langchain/core/outputs';
import { usageOf } from '../messages/message.ts';
import { createCallSorter, type CallSorter } from './chunk-calls.ts';
import { createChunk } from './create-chunk.ts';
import { createMetadataFilter, metadataOf, type ChunkMetadata } from './chunk-metadata.ts';
import { createTextGate, type TextGate } from './text-gate.ts';
import type { Loop, SettledRound } from './rounds.ts';
import { isCallBlock, withoutCalls } from './shown-content.ts';

type Content = BaseMessage['content'];
type Block = Exclude<Content, string>[number];

/** How a stream of several rounds is shown as one message. */
export interface ChunkDisplay {
  /** The chunks to show for one of the model's; none where it is kept back. */
  show(chunk: ChatGenerationChunk): readonly ChatGenerationChunk[];
  /** The round is over: what waited for its end. */
  endRound(settled: SettledRound): readonly ChatGenerationChunk[];
  /** The last chunk, with what there is to report. */
  close(report: Record<string, unknown>, record: object | undefined): ChatGenerationChunk;
}

/**
 * Makes the display of one stream. Everything goes out as it comes but for the pieces of retrieve calls, and what would spoil the sum of the chunks: later rounds keep the id
 * of the first, their blocks go to indexes of their own, and what closes a hidden round waits. A chunk of the first round that needs none of this is the model's own.
 */
export function createChunkDisplay({ answers, guard, json }: Pick<Loop, 'answers' | 'guard' | 'json'>, plainText: boolean): ChunkDisplay {
  const metadata = createMetadataFilter();
  let round = 0;
  let id: string | undefined;
  let shift = 0;
  let nextIndex = 0;
  let calls: CallSorter = createCallSorter(answers);
  let gate: TextGate | undefined = json ? createTextGate() : undefined;
  let waiting: ChatGenerationChunk[] = [];

  function shownContent(content: Content): Content {
    const visible = withoutCalls(content, (block) => calls.isOurs(block as { index?: unknown; name?: unknown }));
    if (typeof visible === 'string') return visible;
    for (const { index } of visible) if (typeof index === 'number') nextIndex = Math.max(nextIndex, index + shift + 1);
    const moved =
      shift === 0
        ? visible
        : visible.map((block) => (typeof block['index'] === 'number' ? { ...block, index: block['index'] + shift } : block));
    return plainText && moved.every(isText) ? moved.map(({ text }) => text).join('') : moved;
  }

  function shownMetadata(chunk: ChatGenerationChunk, oursAlone: boolean): ChunkMetadata {
    const found = metadataOf(chunk);
    const { model_provider: provider } = found.metadata;
    const name = provider === undefined ? {} : { model_provider: provider };
    // The raw form of the call stands beside it.
    if (oursAlone) return { kwargs: {}, metadata: name, info: {} };
    const undecided = calls.sawCallers() ? guard.withholds : calls.sawOurs();
    if (!undecided) return metadata.pass(found);
    metadata.hold(found);
    return { kwargs: {}, metadata: name, info: {} };
  }

  function rebuild(chunk: ChatGenerationChunk, sorted: { ours: boolean; callers: boolean }): ChatGenerationChunk | undefined {
    const message = chunk.message as AIMessageChunk;
    const content = shownContent(message.content);
    const { kwargs, metadata: response_metadata, info } = shownMetadata(chunk, sorted.ours && !sorted.callers);
    const held = calls.sawCallers() ? guard.withholds : calls.sawOurs();
    if (round === 0 && content === message.content && !held) return chunk;
    const pieces = (message.tool_call_chunks ?? []).filter((piece) => !calls.isOurs(piece));
    const whole = (message.tool_call_chunks ?? []).length > 0 ? [] : (message.tool_calls ?? []).filter((call) => !calls.isOurs(call));
    const empty = content.length === 0 && pieces.length === 0 && whole.length === 0 && message.usage_metadata === undefined;
    if (empty && [kwargs, info].every(isEmpty) && Object.keys(response_metadata).every((key) => key === 'model_provider')) return undefined;
    const shown = {
      content,
      id: round === 0 ? message.id : id,
      name: message.name,
      tool_call_chunks: pieces,
      tool_calls: whole,
      additional_kwargs: withoutOurPieces(kwargs, calls),
      response_metadata,
      usage_metadata: usageOf(message),
    };
    return createChunk(shown, sorted.ours && content.length === 0 ? '' : chunk.text, info);
  }

  return {
    show(chunk) {
      const message = chunk.message as AIMessageChunk;
      id ??= message.id;
      const sorted = calls.sort(message);
      const shown = rebuild(chunk, sorted);
      if (shown === undefined) return [];
      if (guard.withholds && sorted.callers) {
        waiting.push(shown);
        return [];
      }
      return gate === undefined ? [shown] : gate.pass(shown);
    },
    endRound(settled) {
      const refused = settled.turn.answers.flatMap(({ id: call, outcome }) => (outcome === 'refused' ? [calls.indexOf(call)] : []));
      const kept = gate?.release() ?? [];
      const late = settled.again
        ? [...kept, ...waiting].flatMap(usageAlone)
        : [...kept, ...waiting.map((chunk) => withoutPieces(chunk, refused))];
      if (settled.again) metadata.nextRound();
      waiting = [];
      gate = json ? createTextGate() : undefined;
      if (settled.again) {
        calls = createCallSorter(answers);
        round += 1;
        shift = nextIndex;
      }
      return late;
    },
    close(report, record) {
      const { kwargs, metadata: response_metadata, info } = metadata.release();
      const additional_kwargs = { ...kwargs, ...(record === undefined ? {} : { headroom: record }) };
      return createChunk({ content: '', id, additional_kwargs, response_metadata: { ...response_metadata, headroom: report } }, '', info);
    },
  };
}

function isText(block: Block): block is Block & { text: string } {
  return block.type === 'text' && typeof block['text'] === 'string';
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

// OpenAI's chat completions send the pieces of calls as they came, too.
function withoutOurPieces(kwargs: Record<string, unknown>, calls: CallSorter): Record<string, unknown> {
  const { tool_calls: raw, ...others } = kwargs;
  if (!Array.isArray(raw)) return kwargs;
  const kept = raw.filter(
    (piece: { index?: unknown; function?: { name?: unknown } }) => !calls.isOurs({ index: piece.index, name: piece.function?.name }),
  ) as unknown[];
  return kept.length === 0 ? others : { ...others, tool_calls: kept };
}

/** What of a chunk that nobody gets to see has to be told all the same. */
function usageAlone({ message }: ChatGenerationChunk): readonly ChatGenerationChunk[] {
  const usage_metadata = usageOf(message);
  return usage_metadata === undefined ? [] : [createChunk({ content: '', id: message.id, usage_metadata }, '')];
}

/** A chunk that waited, without the pieces of calls that were refused. */
function withoutPieces(chunk: ChatGenerationChunk, indexes: readonly unknown[]): ChatGenerationChunk {
  if (indexes.length === 0) return chunk;
  const message = chunk.message as AIMessageChunk;
  const isRefused = ({ index }: { index?: unknown }): boolean => indexes.includes(index);
  const { content } = message;
  const shown = {
    content:
      typeof content === 'string' ? content : content.filter((block) => !isCallBlock(block) || !isRefused(block as { index?: unknown })),
    id: message.id,
    tool_call_chunks: (message.tool_call_chunks ?? []).filter((piece) => !isRefused(piece)),
    response_metadata: message.response_metadata,
    usage_metadata: usageOf(message),
  };
  return createChunk(shown, chunk.text, (chunk.generationInfo ?? {}) as Record<string, unknown>);
}
