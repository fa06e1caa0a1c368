import type { Omission } from '../../../types/compressor.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import { factsAbout } from './facts.ts';
import type { Collection, Group, Outline } from './outline.ts';
import type { Plan } from './plan.ts';
import type { QuestionView } from './question.ts';

const collectionsWithFacts = 3;
const fewestForFacts = 5;

/** What the facts are computed from. */
export interface FactSource {
  readonly outline: Outline;
  readonly statistics: readonly ColumnStatistics[];
  readonly asked: Pick<QuestionView, 'named'>;
}

/** What a plan leaves out, by group and by collection. A unit inside another that went is not counted again. */
export class OmissionFacts {
  readonly #source: FactSource;
  readonly #gone: Uint8Array;
  readonly #counts = new Map<Collection, number>();

  constructor({ kept }: Plan, source: FactSource) {
    this.#source = source;
    const { units } = source.outline;
    const gone = new Uint8Array(kept.length);
    // The units of a collection follow one another: what it loses is counted up before it is noted.
    let at: Collection | undefined;
    let count = 0;
    for (let index = 1; index < units.length; index++) {
      if (kept[index] === 1) continue;
      const { parent, collection } = units[index]!;
      if (collection === undefined || kept[parent?.index ?? 0] === 0) continue;
      gone[index] = 1;
      if (collection !== at) {
        if (at !== undefined) this.#counts.set(at, count);
        at = collection;
        count = 0;
      }
      count++;
    }
    if (at !== undefined) this.#counts.set(at, count);
    this.#gone = gone;
  }

  /** Facts for the gap of a collection; only the few collections that lose most tell any. */
  of(collection: Collection): readonly string[] {
    const count = this.#counts.get(collection) ?? 0;
    if (count < fewestForFacts || !this.#telling().has(collection)) return [];
    const { first } = collection;
    // The gap of a map names all its keys itself.
    return this.#facts(collection.group, { from: first, to: first + collection.count }, 'none');
  }

  omissions(): readonly Omission[] {
    const counts = new Map<Group, number>();
    for (const [{ group }, count] of this.#counts) counts.set(group, (counts.get(group) ?? 0) + count);
    return [...counts].map(([group, count]) => ({
      unit: group.unit,
      count,
      where: group.path,
      facts: count < fewestForFacts ? [] : this.#facts(group, { from: 0, to: this.#gone.length }, 'some'),
    }));
  }

  #largest: ReadonlySet<Collection> | undefined;
  #telling(): ReadonlySet<Collection> {
    this.#largest ??= new Set(
      [...this.#counts]
        .sort((a, b) => b[1] - a[1] || a[0].first - b[0].first)
        .slice(0, collectionsWithFacts)
        .map(([collection]) => collection),
    );
    return this.#largest;
  }

  #facts(group: Group, range: { readonly from: number; readonly to: number }, names: 'some' | 'none'): readonly string[] {
    const { statistics, asked } = this.#source;
    const columns = statistics.filter(({ column }) => column.group === group);
    return factsAbout(group, columns, { meant: { marks: this.#gone, ...range }, named: asked.named, names });
  }
}
