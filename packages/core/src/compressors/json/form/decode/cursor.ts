import { HeadroomError } from '../../../../errors/headroom-error.ts';
import { JsonObject } from '../../model.ts';
import type { ShapeTable } from '../../scan/shape-table.ts';

/** A place in a form. Every read that does not find what it expects throws with the place. */
export class Cursor {
  readonly text: string;
  at: number;

  readonly #shapes: ShapeTable;

  constructor(text: string, at: number, shapes: ShapeTable) {
    this.text = text;
    this.at = at;
    this.#shapes = shapes;
  }

  emptyObject(): JsonObject {
    return new JsonObject(this.#shapes.of([]), []);
  }

  peek(piece: string): boolean {
    return this.text.startsWith(piece, this.at);
  }

  /** Steps over a piece if it stands here. */
  take(piece: string): boolean {
    if (!this.peek(piece)) return false;
    this.at += piece.length;
    return true;
  }

  expect(piece: string): void {
    if (!this.take(piece)) this.fail(`expected ${JSON.stringify(piece)}`);
  }

  /** What a sticky pattern matches here. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.at += match[0].length;
    return match;
  }

  number(): number {
    const match = this.match(/-?\d+/y);
    if (match === undefined) this.fail('expected a number');
    return Number(match[0]);
  }

  fail(reason: string): never {
    const near = JSON.stringify(this.text.slice(this.at, this.at + 40));
    const message = `This is no complete JSON form: ${reason} at character ${this.at}, near ${near}. Give the text as it was rendered.`;
    throw new HeadroomError({ code: 'invalid-input', message });
  }
}
