import { createBoundedMemo } from './bounded-memo.ts';

/**
 * A pure function of one text that remembers what it gave, for at most so many characters of texts.
 *
 * @example const fileIn = memoizeByText((command) => pattern.exec(command)?.[1], 100_000);
 */
export function memoizeByText<Value>(compute: (text: string) => Value, maximumCharacters: number): (text: string) => Value {
  const known = createBoundedMemo<{ readonly value: Value }>(maximumCharacters);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.value;
    const value = compute(text);
    known.set(text, { value }, 0);
    return value;
  };
}
