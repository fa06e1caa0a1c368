import { isOpenRetrieveCall, isCallerCall, readCallInput } from '../exchange/retrieve-call.ts';
import { freshId, showCall } from '../exchange/shown-parts.ts';
import type { Content, ReasoningContent, TextContent, ToolCall } from '../specification/content.ts';
import type { BlockDelta, BlockEnd, BlockStart, Finish, StreamPart } from '../specification/stream-part.ts';
import { retrieveTool } from '@headroom/core';
import type { OwnCall } from './rounds.ts';

type Block =
  | { -readonly [Key in keyof TextContent]: TextContent[Key] }
  | { -readonly [Key in keyof ReasoningContent]: ReasoningContent[Key] };

/** Reads the stream of one round: remembers what the model said, and says how each part is shown. */
export interface RoundReader {
  /** The part as the caller sees it; undefined where it is held back. */
  show(part: StreamPart): StreamPart | undefined;
  /** What the model said so far, as the content of an answer. */
  readonly content: readonly Content[];
  readonly own: readonly OwnCall[];
  /** Whether the model also called tools of the caller. */
  mixed(): boolean;
  finish(): Finish | undefined;
  failed(): boolean;
}

/**
 * Makes a reader for one round.
 *
 * Later rounds are parts of the same step to the caller: their block ids are moved out of the way of earlier ones, their start is not told again.
 */
export function createRoundReader(round: number, usedIds: Set<string>): RoundReader {
  const content: Content[] = [];
  const blocks = new Map<string, Block>();
  const own: OwnCall[] = [];
  const inputIds = new Map<string, string>();
  let mixed = false;
  let failed = false;
  let finish: Finish | undefined;

  const blockId = (id: string): string => (round === 0 ? id : `headroom-${round}-${id}`);
  const shownInputId = (id: string): string => inputIds.get(id) ?? id;
  const shownCallId = (id: string): string => {
    const known = inputIds.get(id);
    if (known !== undefined) return known;
    const fresh = freshId(id, usedIds);
    inputIds.set(id, fresh);
    return fresh;
  };

  function startBlock(part: BlockStart): StreamPart {
    const block: Block = { type: part.type === 'text-start' ? 'text' : 'reasoning', text: '', providerMetadata: part.providerMetadata };
    blocks.set(part.id, block);
    content.push(block);
    return { ...part, id: blockId(part.id) };
  }

  function continueBlock(part: BlockDelta | BlockEnd): StreamPart {
    const block = blocks.get(part.id);
    if (block !== undefined) {
      if ('delta' in part) block.text += part.delta;
      // The latest metadata wins, as in the frameworks: signatures come with the last part of a block.
      block.providerMetadata = part.providerMetadata ?? block.providerMetadata;
    }
    return { ...part, id: blockId(part.id) };
  }

  function showToolCall(part: ToolCall): StreamPart {
    content.push(part);
    if (!isOpenRetrieveCall(part)) {
      mixed ||= isCallerCall(part);
      return part;
    }
    const shownId = shownCallId(part.toolCallId);
    own.push({ call: part, shownId });
    return showCall(part, shownId, readCallInput(part.input));
  }

  return {
    content,
    own,
    mixed: () => mixed,
    finish: () => finish,
    failed: () => failed,
    show(part) {
      switch (part.type) {
        case 'stream-start':
          return round === 0 ? part : undefined;
        case 'text-start':
        case 'reasoning-start':
          return startBlock(part);
        case 'text-delta':
        case 'reasoning-delta':
        case 'text-end':
        case 'reasoning-end':
          return continueBlock(part);
        case 'tool-input-start':
          if (part.toolName !== retrieveTool.name || part.providerExecuted === true) return part;
          return { ...part, id: shownCallId(part.id), providerExecuted: true, dynamic: true };
        case 'tool-input-delta':
        case 'tool-input-end':
          return { ...part, id: shownInputId(part.id) };
        case 'tool-call':
          return showToolCall(part);
        case 'tool-result':
        case 'file':
        case 'reasoning-file':
        case 'custom':
          content.push(part);
          return part;
        case 'error':
          failed = true;
          return part;
        case 'finish':
          finish = part;
          return undefined;
        default:
          return part;
      }
    },
  };
}
