/**
 * How a JSON text is laid out, as far as serialisers differ: enough to write the very same text again from its value, which is what makes opening JSON
 * inside a string lossless. `indent` is the number of spaces of a pretty print, `tab` its variant with tabs.
 */
export interface Spelling {
  /** `compact` `{"a":1}`, `spaced` `{"a": 1, "b": 2}` (Python's default), `tab` or a number of spaces. */
  readonly layout: 'compact' | 'spaced' | 'tab' | 1 | 2 | 3 | 4;
  /** Whether letters beyond ASCII are written as `\uXXXX` (Python's default). */
  readonly letters: 'plain' | 'ascii';
}

/** The layout of this name, as the form writes it. */
export function layoutNamed(name: string): Spelling['layout'] {
  if (name === 'spaced' || name === 'tab') return name;
  const spaces = Number(name);
  return spaces === 1 || spaces === 2 || spaces === 3 || spaces === 4 ? spaces : 'compact';
}

export const COMPACT: Spelling = { layout: 'compact', letters: 'plain' };
