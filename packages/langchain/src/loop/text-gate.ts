import type { ChatGenerationChunk } from '@langchain/core/outputs';
import { textOf } from '../messages/message.ts';

/**
 * Where the answer must be JSON, all text of a message is read as one document: "Let me check." before a retrieval would spoil it. Text that begins like JSON goes out at once;
 * other text waits until the model has called a tool or is done.
 */
export interface TextGate {
  pass(chunk: ChatGenerationChunk): readonly ChatGenerationChunk[];
  /** What still waits, for a round that is the last. */
  release(): readonly ChatGenerationChunk[];
}

/** Makes the gate of one round. */
export function createTextGate(): TextGate {
  let open = false;
  let waiting: ChatGenerationChunk[] = [];
  return {
    pass(chunk) {
      if (open) return [chunk];
      const text = textOf(chunk.message.content).trimStart();
      if (waiting.length === 0 && text === '') return [chunk];
      waiting.push(chunk);
      if (waiting.length > 1 || !/^[{[]/.test(text)) return [];
      open = true;
      const passed = waiting;
      waiting = [];
      return passed;
    },
    release() {
      const released = waiting;
      waiting = [];
      return released;
    },
  };
}
