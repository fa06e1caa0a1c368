import type {
  LanguageModelPrompt,
  PromptAssistantMessage,
  PromptAssistantPart,
  PromptMessage,
  PromptToolCall,
  PromptToolResult,
} from '@headroom/core';
import { answerPart } from './assistant-turn.ts';
import { readPointer, type Pointer } from './pointer.ts';
import { isTaggedProse, withoutTag } from './prose-tag.ts';
import { isShownRetrieveCall } from './retrieve-call.ts';

/** Answers a retrieve call of the history again. */
export type Resolve = (input: unknown) => Promise<string>;

/** One turn of the model: what it said and the answers it got. */
interface Turn {
  readonly parts: PromptAssistantPart[];
  readonly results: PromptToolResult[];
  round?: number | undefined;
  /** How many further parts of the message belong to the turn although its calls have been seen. */
  after: number;
}

/**
 * Turns the retrievals that the caller saw back into what the model had: ordinary calls and their answers, each round its own assistant and tool message,
 * byte for byte (I3). A prompt without them comes back as the same reference.
 */
export async function restoreExchanges(prompt: LanguageModelPrompt, resolve: Resolve): Promise<LanguageModelPrompt> {
  if (!prompt.some(needsRestoring)) return prompt;
  const restored: PromptMessage[] = [];
  let open: readonly PromptToolResult[] = [];
  for (const message of prompt) {
    if (open.length > 0) {
      const answers = open;
      open = [];
      if (message.role === 'tool') {
        restored.push({ ...message, content: [...answers, ...message.content] });
        continue;
      }
      restored.push({ role: 'tool', content: answers });
    }
    if (!needsRestoring(message)) {
      restored.push(message);
      continue;
    }
    const turns = await readTurns(message.content, resolve);
    // Answers to the last turn wait: calls of the caller in the same turn have theirs in the tool message that follows.
    open = turns.at(-1)?.results ?? [];
    restored.push(...turnMessages(message, turns));
  }
  if (open.length > 0) restored.push({ role: 'tool', content: open });
  return restored;
}

type RestorableMessage = PromptAssistantMessage & { readonly content: readonly PromptAssistantPart[] };

function needsRestoring(message: PromptMessage): message is RestorableMessage {
  if (message.role !== 'assistant' || typeof message.content === 'string') return false;
  return message.content.some((part) => isShownRetrieveCall(part) || (part.type === 'reasoning' && isTaggedProse(part.providerOptions)));
}

/** Whether a history holds retrievals: then the tool was among the tools of its requests, and has to stay. */
export function holdsRetrievals(prompt: LanguageModelPrompt): boolean {
  return prompt.some(
    (message) => message.role === 'assistant' && typeof message.content !== 'string' && message.content.some(isShownRetrieveCall),
  );
}

async function readTurns(parts: readonly PromptAssistantPart[], resolve: Resolve): Promise<Turn[]> {
  const turns: Turn[] = [];
  const pointers = takePointers(parts);
  let turn: Turn = { parts: [], results: [], after: 0 };
  const next = (): void => {
    turns.push(turn);
    turn = { parts: [], results: [], after: 0 };
  };
  for (const part of parts) {
    if (pointers.dropped.has(part)) continue;
    if (isShownRetrieveCall(part)) {
      const pointer = pointers.ofCall.get(part);
      if (turn.results.length > 0 && turn.round !== pointer?.round) next();
      const id = pointer?.id ?? part.toolCallId;
      turn.parts.push(restoredCall(part, id));
      turn.results.push(answerPart(id, part.toolName, pointer?.text ?? (await resolve(part.input))));
      turn.round = pointer?.round;
      turn.after = pointer?.after ?? 0;
      continue;
    }
    if (turn.results.length > 0 && turn.after === 0) next();
    else if (turn.results.length > 0) turn.after -= 1;
    turn.parts.push(restoredPart(part));
  }
  next();
  return turns;
}

interface Pointers {
  readonly ofCall: Map<PromptAssistantPart, Pointer>;
  /** Parts that the model never had: pointers, and previews of results, which some ways of keeping a history keep. */
  readonly dropped: Set<PromptAssistantPart>;
}

// Pairs shown calls with their pointers. Results follow their calls, at once (UI messages) or at the end of the round.
function takePointers(parts: readonly PromptAssistantPart[]): Pointers {
  const ofCall = new Map<PromptAssistantPart, Pointer>();
  const dropped = new Set<PromptAssistantPart>();
  const latest = new Map<string, PromptAssistantPart>();
  const open = new Map<string, PromptAssistantPart>();
  for (const part of parts) {
    if (isShownRetrieveCall(part)) open.set(part.toolCallId, part);
    if (part.type !== 'tool-result') continue;
    const call = open.get(part.toolCallId);
    if (call === undefined) {
      const preview = latest.get(part.toolCallId);
      if (preview !== undefined) dropped.add(preview);
      latest.set(part.toolCallId, part);
      continue;
    }
    open.delete(part.toolCallId);
    dropped.add(part);
    const pointer = part.output.type === 'json' ? readPointer(part.output.value) : undefined;
    if (pointer !== undefined) ofCall.set(call, pointer);
  }
  return { ofCall, dropped };
}

function restoredCall({ toolName, input, providerOptions }: PromptToolCall, toolCallId: string): PromptToolCall {
  return { type: 'tool-call', toolCallId, toolName, input, ...(providerOptions === undefined ? {} : { providerOptions }) };
}

function restoredPart(part: PromptAssistantPart): PromptAssistantPart {
  if (part.type !== 'reasoning' || part.providerOptions === undefined || !isTaggedProse(part.providerOptions)) return part;
  const providerOptions = withoutTag(part.providerOptions);
  return { type: 'text', text: part.text, ...(providerOptions === undefined ? {} : { providerOptions }) };
}

// Options of the message (a cache mark) speak of its end, so that the last of its turns keeps them.
function turnMessages(message: RestorableMessage, turns: readonly Turn[]): PromptMessage[] {
  const messages: PromptMessage[] = [];
  turns.forEach(({ parts, results }, index) => {
    const last = index === turns.length - 1;
    if (parts.length > 0 || last) messages.push(last ? { ...message, content: parts } : { role: 'assistant', content: parts });
    if (!last && results.length > 0) messages.push({ role: 'tool', content: results });
  });
  return messages.filter(({ content }) => content.length > 0);
}
