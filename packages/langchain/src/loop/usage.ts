import type { UsageMetadata } from '@langchain/core/messages';

/** Adds the usage of rounds up; that of a single round stays as the provider told it. */
export function sumUsage(rounds: readonly (UsageMetadata | undefined)[]): UsageMetadata | undefined {
  const known: readonly object[] = rounds.filter((usage) => usage !== undefined);
  return (known.length < 2 ? known[0] : known.reduce(addUp)) as UsageMetadata | undefined;
}

// Every number of either, at any depth: providers' packages add details of their own (tokens by kind of content, cache writes by lifetime).
function addUp(first: object, second: object): object {
  const sum: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second) as [string, unknown][]) {
    const before = sum[key];
    if (typeof value === 'number' && typeof before === 'number') sum[key] = before + value;
    else if (isObject(value) && isObject(before)) sum[key] = addUp(before, value);
    else sum[key] = value ?? before;
  }
  return sum;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
