import type { SourceLines } from '../files/source-lines.ts';
import type { PayloadOutline } from './payload-outline.ts';

/** What standing in a function that is named counts, and in one that a named or highly ranked function calls or hands on. */
const namedWorth = 0.5;
const calledWorth = 0.12;

/** Words of a question that asks where something is used, not what it does. */
const asksForUses = /\b(?:calls?|called|callers?|invokes?|invoked|us(?:e|es|ed|age)|refer(?:s|red)?)\b/i;
const useWorth = 0.5;
const usedWorth = 0.1;

/** What lines gain that use a function which the question asks the users of. */
export function useBonus(
  { units, functions }: PayloadOutline,
  {
    names,
    payload,
    question,
    asked,
  }: { names: readonly string[]; payload: SourceLines; question: string; asked: ReadonlyMap<string, number> },
): ReadonlyMap<number, number> {
  const bonus = new Map<number, number>();
  if (!asksForUses.test(question)) return bonus;
  const uses = [...asked.keys()].map((name) => ({ name, pattern: `${name}(` }));
  units.forEach(({ first, last, owner, role, whole }, index) => {
    if (
      !whole ||
      role === 'member' ||
      role === 'type' ||
      (owner >= 0 && asked.has(names[owner] ?? '') && functions[owner]!.first === first)
    )
      return;
    const text = payload.text.slice(payload.starts[first], payload.starts[last + 1]);
    if (uses.some(({ name, pattern }) => text.includes(pattern) && names[owner] !== name)) bonus.set(index, useWorth);
  });
  return bonus;
}

/** What a function's statements gain from its name being asked for, and from being called by those that are. */
export function functionBonus(
  { units, functions }: PayloadOutline,
  {
    names,
    payload,
    relevance,
    question,
    asked,
  }: {
    names: readonly string[];
    payload: SourceLines;
    relevance: Float32Array;
    question: string;
    asked: ReadonlyMap<string, number>;
  },
): Float64Array {
  const worth = asksForUses.test(question) ? usedWorth : namedWorth;
  const bonus = Float64Array.from(names, (name) => worth * (asked.get(name) ?? 0));
  functions.forEach(({ owner }, index) => {
    if (owner >= 0) bonus[index] = Math.max(bonus[index]!, bonus[owner]!);
  });
  const best = Float64Array.from(functions, (_, index) => bonus[index]!);
  units.forEach(({ owner }, index) => {
    if (owner >= 0) best[owner] = Math.max(best[owner]!, relevance[index]! * 0.6);
  });
  const byName = new Map<string, number>();
  names.forEach((name, index) => name !== '' && byName.set(name, index));
  const callers = [...best.keys()]
    .filter((index) => best[index]! > 0.3)
    .sort((a, b) => best[b]! - best[a]! || a - b)
    .slice(0, 4);
  for (const caller of callers) {
    const { body, last } = functions[caller]!;
    const text = payload.text.slice(payload.starts[body], Math.min(payload.starts[last + 1]!, payload.starts[body]! + 20_000));
    for (const [, name = ''] of text.matchAll(/([A-Za-z_$][\w$]{2,80})/g)) {
      const called = byName.get(name);
      if (called !== undefined && called !== caller) bonus[called] = Math.max(bonus[called]!, calledWorth * best[caller]!);
    }
  }
  return bonus;
}
