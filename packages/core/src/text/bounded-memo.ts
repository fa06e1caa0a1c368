/** Remembers texts or figures by key, the oldest forgotten first. */
export interface BoundedMemo<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value, characters: number): void;
}

/** Makes a memo that holds at most so many characters, keys included. */
export function createBoundedMemo<Value>(maximumCharacters: number): BoundedMemo<Value> {
  const entries = new Map<string, { readonly value: Value; readonly characters: number }>();
  let held = 0;
  const forget = (key: string): void => {
    held -= entries.get(key)?.characters ?? 0;
    entries.delete(key);
  };
  return {
    get: (key) => entries.get(key)?.value,
    set(key, value, characters) {
      forget(key);
      entries.set(key, { value, characters: characters + key.length });
      held += characters + key.length;
      // A Map keeps the order of insertion.
      for (const oldest of entries.keys()) {
        if (held <= maximumCharacters) break;
        forget(oldest);
      }
    },
  };
}
