/** Who said a text. */
export type SegmentRole = 'system' | 'user' | 'assistant' | 'tool';

/** How the tool call behind a result ended, as far as the message format tells. */
export type ToolOutcome = 'ok' | 'error' | 'unknown';

/**
 * One text inside a prompt that may change, with all that came before it and may decide its rendering.
 *
 * A segment never tells what follows it, how far it is from the end or how full the context is: a rendering that knew
 * would break the prompt's prefix on the next turn (I3).
 */
export interface Segment {
  /** The lens's own key of the place, unique within one prompt; opaque to the engine. */
  readonly id: string;
  /** The text as the application gave it. */
  readonly text: string;
  readonly role: SegmentRole;
  /** The tool that gave this result, as the host named it. */
  readonly toolName?: string;
  /** The id of the tool call that this result answers. */
  readonly toolCallId?: string;
  /** The input of that call: an object, or the JSON text of one. */
  readonly toolInput?: unknown;
  readonly outcome: ToolOutcome;
  /** The text of the latest user message before this segment; empty where there is none. */
  readonly question: string;
  /** What the agent said just before the call that gave this result; the engine takes it from the assistant's texts where a lens does not say it. */
  readonly intent?: string;
}

/** A new text for one segment. */
export interface Edit {
  readonly segment: Segment;
  readonly text: string;
}

/**
 * All knowledge of one message format: where text that may change stands, and how it is written back.
 *
 * `apply` copies on write: messages without an edit come back as the same references, and with no edits at all the very
 * same `messages` value comes back (I7, I9). What a lens does not understand is none of its business.
 */
export interface Lens<M> {
  readonly name: string;
  segments(messages: M): readonly Segment[];
  apply(messages: M, edits: readonly Edit[]): M;
}
