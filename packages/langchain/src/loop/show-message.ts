import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import { withFields } from '../messages/message.ts';
import type { RecordedTurn } from '../exchange/turn-record.ts';
import { writeReport } from './report.ts';
import type { Loop, SettledRound } from './rounds.ts';
import { joinContents, withoutCalls } from './shown-content.ts';
import { sumUsage } from './usage.ts';

/** The rounds of one model call, as far as the caller is concerned. */
export interface ShownRounds {
  /** What the rounds before the last one said, calls left out. */
  readonly contents: readonly BaseMessage['content'][];
  readonly turns: readonly RecordedTurn[];
}

/** The message of the last round as the caller sees it: the text of all rounds, only the caller's calls, and the record of what happened. */
export async function showMessage(
  loop: Pick<Loop, 'record'>,
  message: AIMessage,
  settled: SettledRound,
  rounds: ShownRounds,
): Promise<AIMessage> {
  const report = await writeReport(loop.record);
  const metadata = { ...message.response_metadata, headroom: report };
  const { turns } = rounds;
  if (!needsRecord(turns)) return withFields(message, { response_metadata: metadata });
  const isHidden = (call: { id?: string; name?: string }): boolean => settled.isAnswered(call);
  return withFields(message, {
    content: joinContents([
      ...rounds.contents,
      withoutCalls(message.content, (block) => isHidden(block as { id?: string; name?: string })),
    ]),
    tool_calls: (message.tool_calls ?? []).filter((call) => !isHidden(call)),
    invalid_tool_calls: (message.invalid_tool_calls ?? []).filter((call) => !isHidden(call)),
    additional_kwargs: { ...withoutRawCalls(message.additional_kwargs, isHidden), headroom: { turns } },
    response_metadata: withoutOutputItems(metadata, isHidden),
    usage_metadata: sumUsage(loop.record.rounds),
  });
}

/** Whether the caller's history has to carry what happened: the shown message alone is not what the model said. */
export function needsRecord(turns: readonly RecordedTurn[]): boolean {
  return turns.length > 1 || turns.some(({ answers }) => answers.length > 0);
}

// OpenAI's chat completions keep the calls as they came beside LangChain's own.
function withoutRawCalls(
  kwargs: Record<string, unknown>,
  isHidden: (call: { id?: string; name?: string }) => boolean,
): Record<string, unknown> {
  const { tool_calls: raw, ...others } = kwargs;
  if (!Array.isArray(raw)) return kwargs;
  const kept = raw.filter(
    (call: { id?: string; function?: { name?: string } }) => !isHidden({ id: call.id ?? '', name: call.function?.name ?? '' }),
  ) as unknown[];
  return kept.length === 0 ? others : { ...others, tool_calls: kept };
}

/** OpenAI's Responses keep the items of the answer in the metadata, and a history is sent from there. */
export function withoutOutputItems(
  metadata: Record<string, unknown>,
  isHidden: (call: { id?: string; name?: string }) => boolean,
): Record<string, unknown> {
  const { output } = metadata;
  if (!Array.isArray(output)) return metadata;
  const kept = output.filter((item: { type?: unknown; call_id?: string; name?: string }) => {
    return item.type !== 'function_call' || !isHidden({ id: item.call_id ?? '', name: item.name ?? '' });
  }) as unknown[];
  return { ...metadata, output: kept };
}
