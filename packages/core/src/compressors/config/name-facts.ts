import { countFact } from '../../marker/index.ts';
import type { ConfigOutline } from './config-outline.ts';

const fewestUnits = 4;
const mostNames = 5;
const longestName = 40;

/** The names of the topmost entries among units that were left out, with how many there are of each; none for a few units. Linear in the units. */
export function nameFacts(
  { units, depths, nameStarts, nameEnds }: ConfigOutline,
  start: number,
  end: number,
  meant: (unit: number) => boolean = () => true,
): readonly string[] {
  if (end - start < fewestUnits) return [];
  let top = Number.POSITIVE_INFINITY;
  for (let unit = start; unit < end; unit += 1)
    if (depths[unit]! < top && nameEnds[unit]! > nameStarts[unit]! && meant(unit)) top = depths[unit]!;
  const counts = new Map<string, number>();
  for (let unit = start; unit < end; unit += 1) {
    const length = nameEnds[unit]! - nameStarts[unit]!;
    if (depths[unit] !== top || length === 0 || length > longestName || !meant(unit)) continue;
    const entry = units.text.slice(nameStarts[unit], nameEnds[unit]);
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  const order = [...counts].sort((a, b) => b[1] - a[1]);
  const shown = order.slice(0, mostNames).map(([entry, times]) => (times === 1 ? entry : countFact(times, entry)));
  return order.length > mostNames ? [...shown, `${order.length - mostNames} other keys`] : shown;
}
