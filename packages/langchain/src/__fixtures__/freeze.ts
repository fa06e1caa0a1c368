import type { BaseMessage } from '@langchain/core/messages';

/** Freezes messages all the way down, so that whoever writes to them throws. */
export function freezeMessages<Message extends BaseMessage>(messages: readonly Message[]): readonly Message[] {
  const waiting: unknown[] = [messages];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    waiting.push(...(Object.values(next) as unknown[]));
  }
  return messages;
}
