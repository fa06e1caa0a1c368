/** Remembers values by key up to a number of characters, the oldest forgotten first. */
export interface BoundedMemo<Value> {
  get(key: string): Value | undefined;
  /** `characters` is what the value takes beside its key. */
  set(key: string, value: Value, characters: number): void;
}

/** Makes a memo that holds at most so many characters, keys included. */
export function createBoundedMemo<Value>(maximumCharacters: number): BoundedMemo<Value> {
  const entries = new Map<string, { readonly value: Value; readonly size: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };
  return {
    get: (key) => entries.get(key)?.value,
    set(key, value, characters) {
      drop(key);
      const size = key.length + characters;
      entries.set(key, { value, size });
      total += size;
      // A Map keeps the order of insertion: the first key is the oldest.
      for (const oldest of entries.keys()) {
        if (total <= maximumCharacters) return;
        drop(oldest);
      }
    },
  };
}
