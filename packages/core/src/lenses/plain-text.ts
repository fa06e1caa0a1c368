import type { Lens } from '../types/segment.ts';

/** What is known about where a single text came from. */
export interface TextOrigin {
  readonly question?: string;
  readonly toolName?: string;
  readonly toolInput?: unknown;
}

/** Takes one string for the result of one tool call. */
export function plainTextLens({ question = '', toolName, toolInput }: TextOrigin): Lens<string> {
  return {
    name: 'plain-text',
    segments: (text) => [
      {
        id: '0',
        text,
        role: 'tool',
        outcome: 'unknown',
        question,
        ...(toolName === undefined ? {} : { toolName }),
        ...(toolInput === undefined ? {} : { toolInput }),
      },
    ],
    apply: (text, edits) => edits[0]?.text ?? text,
  };
}
