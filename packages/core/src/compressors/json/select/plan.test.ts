import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../model.ts';
import { readDocument } from '../scan/read-document.ts';
import { buildOutline } from './build-outline.ts';
import { measureColumn } from './column-statistics.ts';
import { estimateCosts } from './cost.ts';
import { Planner } from './plan.ts';

const count = (text: string): number => text.length / 4;
const none = { opaque: new Set<string>(), repeats: new Map<string, string>() };

function planner(native: unknown, best = 0): { readonly planner: Planner; readonly units: number } {
  const outline = buildOutline(readDocument(JSON.stringify(native))?.values[0] as JsonValue);
  const costs = estimateCosts(outline, outline.columns.map(measureColumn), count, none);
  const ranking = outline.units.slice(1).map(({ index }) => index);
  return { planner: new Planner({ outline, costs, ranking, best, rowLimit: 160 }), units: outline.units.length - 1 };
}

const rows = Array.from({ length: 60 }, (_, id) => ({ id, state: 'open', text: `Words about number ${id}. `.repeat(id === 3 ? 200 : 20) }));

describe('Planner', () => {
  it('leaves all alone where it fits, then cuts texts, then rows', () => {
    const { planner: plans, units } = planner(rows);
    const whole = plans.whole();
    expect(plans.plan(whole)).toMatchObject({ keptUnits: units, projection: 'none' });
    expect(plans.plan(whole).limitOf(1)).toBe(Infinity);
    const shortened = plans.plan(whole * 0.5);
    expect(shortened.keptUnits).toBe(units);
    expect(shortened.limitOf(1)).toBeLessThan(1000);
    const cut = plans.plan(whole * 0.1);
    expect(cut.keptUnits).toBeLessThan(units);
    expect(cut.keptUnits).toBeGreaterThan(3);
  });

  it('never plans more than asked for, as far as units can go', () => {
    const { planner: plans } = planner(rows);
    for (const share of [0.9, 0.5, 0.2, 0.1, 0.05])
      expect(plans.plan(plans.whole() * share).estimate).toBeLessThanOrEqual(plans.whole() * share);
  });

  it('grants the best units longer texts', () => {
    const { planner: plans } = planner(rows, 2);
    const plan = plans.plan(plans.whole() * 0.5);
    expect(plan.limitOf(1)).toBe(plan.limitOf(10) * 5);
    expect(plan.limitOf(2)).toBe(plan.limitOf(1));
    expect(plan.limitOf(3)).toBe(plan.limitOf(10));
  });

  it('keeps what encloses a unit that stays', () => {
    const nested = {
      groups: Array.from({ length: 8 }, (_, at) => ({
        name: `g${at}`,
        members: Array.from({ length: 30 }, (_member, id) => ({ id, about: `member ${id} of group ${at}` })),
      })),
    };
    const outline = buildOutline(readDocument(JSON.stringify(nested))?.values[0] as JsonValue);
    const costs = estimateCosts(outline, outline.columns.map(measureColumn), count, none);
    const deepest = outline.units.length - 1;
    const plan = new Planner({ outline, costs, ranking: [deepest], best: 0, rowLimit: 160 }).plan(30);
    expect([...plan.kept].filter((kept) => kept === 1)).toHaveLength(3);
    expect(plan.kept[outline.units[deepest]?.parent?.index ?? 0]).toBe(1);
  });

  it('grants units a share where the rest alone fills the budget', () => {
    const settings = Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`option ${at}`, `a value that says something about ${at}`]));
    const { planner: plans } = planner({ ...settings, rows });
    expect(plans.plan(200).keptUnits).toBeGreaterThan(0);
  });
});
