import type { Shape } from '../model.ts';

/** One step of the trie of key lists: the keys on the way from the root to here. */
export interface ShapeStep {
  readonly parent: ShapeStep | undefined;
  readonly key: string;
  readonly depth: number;
  /** The key that followed here last, as spelled in the text with its quotes: records repeat, so it is nearly always the next one too. */
  expected: string;
  expectedStep: ShapeStep | undefined;
  next: Map<string, ShapeStep> | undefined;
  shape: Shape | undefined;
}

const step = (parent: ShapeStep | undefined, key: string, depth: number): ShapeStep => ({
  parent,
  key,
  depth,
  expected: '',
  expectedStep: undefined,
  next: undefined,
  shape: undefined,
});

/**
 * Interns lists of keys: two objects with the same keys in the same order share one `Shape` object, so that shapes are compared by identity.
 *
 * @example
 * const shapes = new ShapeTable();
 * shapes.of(['id', 'name']) === shapes.of(['id', 'name']); // true
 */
export class ShapeTable {
  readonly root: ShapeStep = step(undefined, '', 0);
  #count = 0;

  /** The step behind `from` for one more key. `spelled` is the key's JSON text with its quotes, remembered for the next object. */
  follow(from: ShapeStep, key: string, spelled: string): ShapeStep {
    from.next ??= new Map();
    let next = from.next.get(key);
    if (next === undefined) {
      next = step(from, key, from.depth + 1);
      from.next.set(key, next);
    }
    from.expected = spelled;
    from.expectedStep = next;
    return next;
  }

  /** The shape of an object that ends at a step: made once per step, so that a wide object costs its width once. */
  shapeAt(end: ShapeStep): Shape {
    if (end.shape !== undefined) return end.shape;
    const keys = new Array<string>(end.depth);
    for (let at: ShapeStep = end; at.parent !== undefined; at = at.parent) keys[at.depth - 1] = at.key;
    end.shape = { id: this.#count++, keys };
    return end.shape;
  }

  /** The shape with exactly these keys in this order. */
  of(keys: readonly string[]): Shape {
    let at = this.root;
    for (const key of keys) at = this.follow(at, key, '');
    return this.shapeAt(at);
  }
}
