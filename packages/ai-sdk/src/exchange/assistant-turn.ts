import type {
  PromptAssistantMessage,
  PromptAssistantPart,
  PromptOtherPart,
  PromptToolMessage,
  PromptToolOutput,
  PromptToolResult,
  ProviderData,
} from '@headroom/core';
import type { Content, ToolResult } from '../specification/content.ts';
import { isOpenRetrieveCall, readCallInput } from './retrieve-call.ts';
import { staysInHistory, type Exchange } from './shown-parts.ts';

/**
 * The answer of a model as the assistant message of its next prompt, part for part as the frameworks build it from their history: metadata becomes
 * options, the input of a call becomes an object.
 */
export function assistantTurn(content: readonly Content[], keepsEmptyText: boolean): PromptAssistantMessage {
  return { role: 'assistant', content: content.filter((part) => staysInHistory(part, keepsEmptyText)).map(assistantPart) };
}

/** The answers of one round as the tool message of the next prompt. */
export function answerTurn(exchanges: readonly Exchange[]): PromptToolMessage {
  return { role: 'tool', content: exchanges.map(({ call, answer }) => answerPart(call.toolCallId, call.toolName, answer.text)) };
}

/** One answer as a tool result. */
export function answerPart(toolCallId: string, toolName: string, text: string): PromptToolResult {
  return { type: 'tool-result', toolCallId, toolName, output: { type: 'text', value: text } };
}

function assistantPart(part: Content): PromptAssistantPart {
  switch (part.type) {
    case 'text':
    case 'reasoning':
      return { type: part.type, text: part.text, ...options(part.providerMetadata) };
    case 'tool-call': {
      const { toolCallId, toolName } = part;
      const ours: boolean = isOpenRetrieveCall(part);
      const input: unknown = ours ? readCallInput(part.input) : parseInput(part.input);
      return {
        type: 'tool-call',
        toolCallId,
        toolName,
        input,
        ...(part.providerExecuted === true ? { providerExecuted: true } : {}),
        ...options(part.providerMetadata),
      };
    }
    case 'tool-result':
      return {
        type: 'tool-result',
        toolCallId: part.toolCallId,
        toolName: part.toolName,
        output: resultOutput(part),
        ...options(part.providerMetadata),
      };
    default: {
      const { providerMetadata, ...rest } = part;
      return { ...rest, ...options(providerMetadata) } as PromptOtherPart;
    }
  }
}

function options(metadata: ProviderData | undefined): { providerOptions?: ProviderData } {
  return metadata === undefined ? {} : { providerOptions: metadata };
}

function parseInput(input: string): unknown {
  try {
    return JSON.parse(input === '' ? '{}' : input) as unknown;
  } catch {
    return {};
  }
}

// The result of a tool that the provider ran, such as a web search: as the frameworks turn it.
function resultOutput({ result, isError }: ToolResult): PromptToolOutput {
  if (isError === true) return { type: 'error-json', value: result };
  return typeof result === 'string' ? { type: 'text', value: result } : { type: 'json', value: result };
}
