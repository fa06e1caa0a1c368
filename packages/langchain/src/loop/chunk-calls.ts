import { retrieveTool } from '@headroom/core';
import type { AIMessageChunk } from '@langchain/core/messages';

type CallChunk = NonNullable<AIMessageChunk['tool_call_chunks']>[number];

/** Tells the pieces of retrieve calls in a stream from those of the caller's calls. */
export interface CallSorter {
  /** Whether a chunk carries a piece of any call, and whose. */
  sort(message: AIMessageChunk): { readonly ours: boolean; readonly callers: boolean };
  isOurs(piece: { readonly index?: unknown; readonly name?: unknown }): boolean;
  /** The index under which the pieces of a call come. */
  indexOf(id: string): number | undefined;
  sawOurs(): boolean;
  sawCallers(): boolean;
}

/** Makes a sorter for one round. Only the first piece of a call has its name; the others have its index. */
export function createCallSorter(answers: boolean): CallSorter {
  const ourIndexes = new Set<unknown>();
  const indexes = new Map<string, number>();
  let ours = false;
  let callers = false;
  const isOurs = ({ index, name }: { readonly index?: unknown; readonly name?: unknown }): boolean =>
    answers && (name === retrieveTool.name || (index !== undefined && ourIndexes.has(index)));
  const note = (piece: CallChunk): void => {
    if (answers && piece.name === retrieveTool.name && piece.index !== undefined) ourIndexes.add(piece.index);
    if (piece.id !== undefined && piece.index !== undefined) indexes.set(piece.id, piece.index);
  };
  return {
    isOurs,
    indexOf: (id) => indexes.get(id),
    sawOurs: () => ours,
    sawCallers: () => callers,
    sort(message) {
      // Some providers give whole calls and no pieces.
      const pieces = [
        ...(message.tool_call_chunks ?? []),
        ...(message.tool_call_chunks?.length ? [] : (message.tool_calls ?? [])),
      ] as CallChunk[];
      pieces.forEach(note);
      const found = { ours: pieces.some(isOurs), callers: pieces.some((piece) => !isOurs(piece)) };
      ours ||= found.ours;
      callers ||= found.callers;
      return found;
    },
  };
}
