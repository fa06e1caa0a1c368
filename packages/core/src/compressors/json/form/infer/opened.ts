import { JsonObject, type JsonValue } from '../../model.ts';
import { scanValue } from '../../scan/scanner.ts';
import type { ShapeTable } from '../../scan/shape-table.ts';
import { recogniseSpelling } from '../../spell/recognise-spelling.ts';
import type { Spelling } from '../../spell/spelling.ts';

/** Stands for a string that holds JSON, read through: the same string can be written again from it. */
export class Opened {
  readonly value: JsonValue;
  readonly spelling: Spelling;
  /** What stands behind the JSON in the string. */
  readonly tail: '' | '\n';

  constructor(value: JsonValue, spelling: Spelling, tail: '' | '\n') {
    this.value = value;
    this.spelling = spelling;
    this.tail = tail;
  }
}

/** Shorter strings are as easily read as they are. */
const MINIMUM_LENGTH = 80;

/** Opens the strings of a value that hold a JSON container; the value itself where there are none. Strings inside opened strings stay closed. */
export function openStrings(value: JsonValue, shapes: ShapeTable): JsonValue {
  if (typeof value === 'string') return (open(value, shapes) as unknown as JsonValue | undefined) ?? value;
  if (value instanceof JsonObject) {
    const values = openAll(value.values, shapes);
    return values === value.values ? value : new JsonObject(value.shape, values);
  }
  return Array.isArray(value) ? openAll(value as readonly JsonValue[], shapes) : value;
}

function openAll(values: readonly JsonValue[], shapes: ShapeTable): readonly JsonValue[] {
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as JsonValue;
    if (typeof value === 'number' || (typeof value === 'string' && value.length < MINIMUM_LENGTH)) continue;
    const opened = openStrings(value, shapes);
    if (opened === value) continue;
    copy ??= [...values];
    copy[index] = opened;
  }
  return copy ?? values;
}

function open(text: string, shapes: ShapeTable): Opened | undefined {
  const first = text.charCodeAt(0);
  if ((first !== 123 && first !== 91) || text.length < MINIMUM_LENGTH) return undefined;
  const tail = text.endsWith('\n') ? '\n' : '';
  const json = tail === '' ? text : text.slice(0, -1);
  const result = scanValue(json, 0, shapes);
  if (result.status !== 'value' || result.end !== json.length) return undefined;
  const spelling = recogniseSpelling(json, result.value);
  return spelling === undefined ? undefined : new Opened(result.value, spelling, tail);
}
