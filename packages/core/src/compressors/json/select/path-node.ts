import type { JsonObject, Shape } from '../model.ts';
import type { Column, Group } from './outline.ts';

/** One path of a document: keys lead on by shape, so that a record of a known shape costs no look-up per key. */
export class PathNode {
  readonly name: string;
  readonly key: string;
  /** The column of the values here, once there is one. */
  column: Column | undefined;
  /** The group of the collections here, once there is one. */
  group: Group | undefined;
  #byKey: Map<string, PathNode> | undefined;
  #byShape: Map<Shape, readonly PathNode[]> | undefined;
  #elements: PathNode | undefined;
  #members: PathNode | undefined;

  constructor(name: string, key: string) {
    this.name = name;
    this.key = key;
  }

  child(key: string): PathNode {
    this.#byKey ??= new Map();
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const made = new PathNode(this.name === '' ? key : `${this.name}.${key}`, key);
    this.#byKey.set(key, made);
    return made;
  }

  children(object: JsonObject): readonly PathNode[] {
    this.#byShape ??= new Map();
    const known = this.#byShape.get(object.shape);
    if (known !== undefined) return known;
    const made = object.shape.keys.map((key) => this.child(key));
    this.#byShape.set(object.shape, made);
    return made;
  }

  /** The path of the elements of a short list that belongs to its unit as a whole. */
  get elements(): PathNode {
    this.#elements ??= new PathNode(`${this.name}[*]`, this.key);
    return this.#elements;
  }

  /** Where the members of a collection at this path have their columns: names begin anew there. */
  get members(): PathNode {
    this.#members ??= new PathNode('', '');
    return this.#members;
  }
}
