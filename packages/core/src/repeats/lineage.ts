import { LRUCache } from 'lru-cache';
import type { View } from './find-runs.ts';
import { longArguments, mayHoldLines } from './long-arguments.ts';
import { ShownLines } from './shown-lines.ts';
import { isTold, tellRepeats, type Told } from './tell-repeats.ts';
import { TextLines } from './text-lines.ts';

/** What the results of a prompt show up to some point; prompts that begin alike pass through the same states. */
export interface PromptState extends View {
  readonly id: number;
}

/** What something that was told at a place of a prompt was made of, besides the text: compared by identity, and the label by its letters. */
export interface ToldOf {
  readonly of: object;
  readonly label: string;
}

/** Follows prompts result by result; what was seen before costs a look-up. */
export interface Lineage<Outcome> {
  readonly beginning: PromptState;
  /** What a text repeats of the results before it; `told` where it is such a text already. */
  tell(state: PromptState, text: string): Told | 'told' | undefined;
  /** The state after the call that the next result answers: what the agent wrote into its arguments stands in the prompt. */
  hear(state: PromptState, toolInput: unknown): PromptState;
  /** The state after a result that goes out as `rendered`. */
  extend(state: PromptState, label: string, rendered: string): PromptState;
  /** What the caller made of a text at a state, as long as the text is remembered. */
  recall(state: PromptState, text: string, made: ToldOf): Outcome | undefined;
  remember(state: PromptState, text: string, made: ToldOf & { readonly outcome: Outcome }): void;
}

interface Known<Outcome> {
  told?: { readonly value: Told | 'told' | undefined };
  readonly next: Map<string, PromptState>;
  /** Held no longer than what the outcome is of. */
  outcomes?: WeakMap<object, { readonly label: string; readonly outcome: Outcome }>;
}

const statesPerText = 64;

/**
 * A longer text, in UTF-16 units, is neither told by reference nor referred to: the event loop waits while its lines are read, some ten nanoseconds a unit, and no
 * prompt has room for much more.
 */
const longestRead = 1_000_000;

/**
 * Makes a lineage whose memory is bounded in characters of the texts it has seen, least recently used first.
 *
 * A state that was forgotten is made anew from the results, with a new number: that costs time, never another answer.
 */
export function createLineage<Outcome = never>(maximumCharacters: number): Lineage<Outcome> {
  let states = 0;
  const begin = (shown: ShownLines): PromptState => ({ id: states++, shown, length: shown.length });
  const beginning = begin(new ShownLines());
  const texts = new LRUCache<string, Map<number, Known<Outcome>>>({
    maxSize: maximumCharacters,
    sizeCalculation: (_known, text) => text.length + 200,
  });

  function known(state: PromptState, text: string): Known<Outcome> {
    let byState = texts.get(text);
    if (byState === undefined) texts.set(text, (byState = new Map()));
    let entry = byState.get(state.id);
    // A text that stands in many prompts is not worth remembering for all of them.
    if (entry === undefined && byState.size >= statesPerText) byState.clear();
    if (entry === undefined) byState.set(state.id, (entry = { next: new Map() }));
    return entry;
  }

  function add(state: PromptState, text: string, label: string, source: 'result' | 'call'): PromptState {
    const { next } = known(state, text);
    const key = `${source} ${label}`;
    const seen = next.get(key);
    if (seen !== undefined) return seen;
    // Another prompt has gone on from here: the table is shared no further.
    const shown = state.shown.length === state.length && state !== beginning ? state.shown : state.shown.cut(state.length);
    shown.add(label, new TextLines(text.length > longestRead ? '' : text), source);
    const after = begin(shown);
    next.set(key, after);
    return after;
  }

  return {
    beginning,
    tell(state, text) {
      if (text.length > longestRead) return undefined;
      const entry = known(state, text);
      entry.told ??= { value: isTold(text, state) ? 'told' : tellRepeats(text, state) };
      return entry.told.value;
    },
    hear(state, toolInput) {
      const hearAnew = (): PromptState => longArguments(toolInput).reduce((after, [label, text]) => add(after, text, label, 'call'), state);
      if (typeof toolInput !== 'string') return hearAnew();
      if (!mayHoldLines(toolInput)) return state;
      // A history that is known is not parsed again on every turn.
      const { next } = known(state, toolInput);
      const after = next.get('input') ?? hearAnew();
      next.set('input', after);
      return after;
    },
    extend: (state, label, rendered) => add(state, rendered, label, 'result'),
    recall(state, text, { of, label }) {
      const made = known(state, text).outcomes?.get(of);
      return made?.label === label ? made.outcome : undefined;
    },
    remember(state, text, { of, label, outcome }) {
      const entry = known(state, text);
      (entry.outcomes ??= new WeakMap()).set(of, { label, outcome });
    },
  };
}
