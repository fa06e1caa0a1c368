import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapKey, Excerpt, Gap, JsonObject, type JsonArray, type JsonValue } from '../model.ts';
import { readDocument } from '../scan/read-document.ts';
import { spellString } from '../spell/spell-string.ts';
import { spellCompact } from '../spell/spell-value.ts';
import { charactersLeftOut } from './excerpt.ts';
import { isArray, isMap } from './collection-shape.ts';
import { viewQuestion } from './question.ts';
import { select, type Selection } from './select.ts';
import { sideBySideKey } from './side-by-side.ts';

const count = (text: string): number => Math.ceil(text.length / 4);

function selectFrom(
  native: unknown,
  share: number,
  question = '',
): { readonly value: JsonValue; readonly selection: Selection | undefined } {
  const document = readDocument(JSON.stringify(native));
  const value = document?.values[0] as JsonValue;
  const tokenBudget = count(spellCompact(value)) * share;
  const shapeOf = (keys: readonly string[]) => document?.shapes.of(keys) as JsonObject['shape'];
  const selection = select({
    value,
    question: viewQuestion(question, undefined),
    tokenBudget,
    wholeTokens: undefined,
    count,
    render: spellCompact,
    shapeOf,
  });
  return { value, selection };
}

/** Throws where a pruned value does not agree with its original: everything shown is equal and in order, and each absence is stated exactly. */
function agree(original: JsonValue, shown: JsonValue, path: string): void {
  const node: unknown = shown;
  if (node instanceof Excerpt) agreeText(original, node, path);
  else if (isArray(original) && isArray(shown)) agreeList(original, shown, path);
  else if (original instanceof JsonObject && shown instanceof JsonObject) agreeObject(original, shown, path);
  else if (spellCompact(original) !== spellCompact(shown)) throw new Error(`${path} differs`);
}

function agreeText(original: JsonValue, { pieces }: Excerpt, path: string): void {
  const text = String(original);
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string' && !text.startsWith(piece, at)) throw new Error(`${path}: a piece that is not there`);
    at += typeof piece === 'string' ? piece.length : piece;
  }
  if (at !== text.length) throw new Error(`${path}: cuts of ${at} characters in ${text.length}`);
}

function agreeList(original: JsonArray, shown: JsonArray, path: string): void {
  let at = 0;
  for (const value of shown) {
    const node: unknown = value;
    if (node instanceof Gap) at += node.count;
    else agree(original[at] as JsonValue, value, `${path}[${at++}]`);
  }
  if (at !== original.length) throw new Error(`${path}: ${at} of ${original.length} elements accounted for`);
}

/** Lists that were put side by side, as lists again. */
function asLists(shown: JsonObject, original: JsonObject): JsonObject {
  const at = shown.shape.keys.indexOf(sideBySideKey);
  if (at < 0) return shown;
  const rows = shown.values[at] as readonly (JsonObject | Gap)[];
  const columns = (rows.find((row) => row instanceof JsonObject) as JsonObject | undefined)?.shape.keys ?? [];
  const lists = columns.map((_, column) => rows.map((row) => (row instanceof JsonObject ? row.values[column] : row)) as JsonArray);
  const keys = shown.shape.keys.flatMap((key, index) => (index === at ? columns : [key]));
  const values = shown.values.flatMap((value, index) => (index === at ? lists : [value]));
  // Members between the lists stand behind them.
  const place = (index: number): number => {
    const found = original.shape.keys.indexOf(keys[index] as string);
    return found < 0 ? Infinity : found;
  };
  const order = [...keys.keys()].sort((a, b) => (place(a) === place(b) ? a - b : place(a) - place(b)));
  return new JsonObject(
    { id: -1, keys: order.map((index) => keys[index] as string) },
    order.map((index) => values[index] as JsonValue),
  );
}

function agreeObject(original: JsonObject, pruned: JsonObject, path: string): void {
  const shown = asLists(pruned, original);
  const gap: unknown = shown.shape.keys.at(-1) === gapKey ? shown.values.at(-1) : undefined;
  const keys = gap instanceof Gap ? shown.shape.keys.slice(0, -1) : shown.shape.keys;
  let at = 0;
  const missing: string[] = [];
  keys.forEach((key, index) => {
    while (original.shape.keys[at] !== key) {
      missing.push(original.shape.keys[at] as string);
      if (++at >= original.shape.keys.length) throw new Error(`${path}: ${key} is not there or out of order`);
    }
    agree(original.values[at++] as JsonValue, shown.values[index] as JsonValue, `${path}.${key}`);
  });
  missing.push(...original.shape.keys.slice(at));
  if (missing.length === 0) return;
  if (!(gap instanceof Gap) || gap.count !== missing.length) throw new Error(`${path}: ${missing.length} keys are missing`);
  const named = gap.unit === 'values' ? gap.facts.join() === missing.join(', ') : isMap(original) && namesAll(gap, missing);
  if (!named) throw new Error(`${path}: keys went without being named: ${missing.join()}`);
}

/** Whether the first fact of a gap is these keys in their order, some of them in quotes. */
function namesAll(gap: Gap, missing: readonly string[]): boolean {
  const told = gap.facts[0] ?? '';
  let at = 0;
  for (const key of missing) {
    const spelled = [spellString(key), key].find((spelling) => told.startsWith(at === 0 ? spelling : `, ${spelling}`, at));
    if (spelled === undefined) return false;
    at += spelled.length + (at === 0 ? 0 : 2);
  }
  return at === told.length;
}

function leftOut(value: JsonValue): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (unit: string, number: number): void => void counts.set(unit, (counts.get(unit) ?? 0) + number);
  const visit = (at: JsonValue): void => {
    const node: unknown = at;
    if (node instanceof Gap) add(node.unit, node.count);
    else if (node instanceof Excerpt) add('characters', charactersLeftOut(node));
    else if (isArray(at)) for (const member of at) visit(member);
    else if (at instanceof JsonObject) for (const member of at.values) visit(member);
  };
  visit(value);
  return counts;
}

const words = fc
  .array(fc.constantFrom('alpha', 'failed', 'beta', 'error', '中文字', '😀', 'x1', 'a-b', 'null', '100.0'), { maxLength: 40 })
  .map((list) => list.join(' '));
const scalar = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  words,
  fc.base64String({ minLength: 24, maxLength: 60 }),
  fc.string(),
);
const record = fc.record(
  {
    id: fc.integer(),
    state: fc.constantFrom('open', 'closed'),
    text: words,
    node_id: fc.base64String({ minLength: 32, maxLength: 40 }),
    more: scalar,
    tags: fc.array(words, { maxLength: 30 }),
    inner: fc.array(fc.record({ v: scalar }), { maxLength: 12 }),
  },
  { requiredKeys: ['id'] },
);
const table = fc.array(record, { maxLength: 60 });
const map = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), record, { maxKeys: 25 });
const series = fc.integer({ min: 0, max: 60 }).chain((length) =>
  fc.record({
    time: fc.array(words, { minLength: length, maxLength: length }),
    value: fc.array(fc.integer(), { minLength: length, maxLength: length }),
  }),
);
const document = fc.oneof(
  table,
  map,
  series,
  fc.array(scalar, { maxLength: 120 }),
  fc.record({ total: fc.integer(), rows: table, by: map, hourly: series, note: words }),
  fc.jsonValue(),
);

describe('select', () => {
  it('I11: what is shown is equal to the original and in its order, and every absence is stated exactly', () => {
    fc.assert(
      fc.property(
        document,
        fc.constantFrom(0.05, 0.2, 0.5, 0.8),
        fc.constantFrom('', 'Which has the highest value and failed?', 'alpha x1'),
        (native, share, question) => {
          const { value, selection } = selectFrom(native, share, question);
          if (selection !== undefined) agree(value, selection.value, '$');
        },
      ),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('I11: the omissions count what the text leaves out', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(0.1, 0.4), (native, share) => {
        const { selection } = selectFrom(native, share);
        if (selection === undefined) return;
        const told = new Map<string, number>();
        for (const { unit, count: number } of selection.omissions) told.set(unit, (told.get(unit) ?? 0) + number);
        // Lists that run in parallel show each gap once in every list.
        if (!JSON.stringify(native).includes('"time"')) expect(told).toEqual(leftOut(selection.value));
        expect(selection.omissions.every(({ count: number }) => number > 0)).toBe(true);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('I4: the same input gives the same selection', () => {
    fc.assert(
      fc.property(document, (native) => {
        expect(selectFrom(native, 0.3, 'failed').selection?.text).toBe(selectFrom(native, 0.3, 'failed').selection?.text);
      }),
      { numRuns: 60 },
    );
  });

  it('fits the budget wherever rows can go', () => {
    const rows = Array.from({ length: 400 }, (_, id) => ({
      id,
      text: `row ${id} tells of something that is ${id % 7 === 0 ? 'open' : 'closed'}`,
      size: (id * 7919) % 1000,
    }));
    for (const share of [0.05, 0.1, 0.3, 0.6, 0.9]) {
      const { value, selection } = selectFrom(rows, share, 'row 77');
      const budget = count(spellCompact(value)) * share;
      expect(selection?.tokens).toBeLessThanOrEqual(budget);
      expect(selection?.tokens).toBeGreaterThan(budget * 0.8);
      expect(selection?.text).toContain('row 77 ');
    }
  });

  it('uses the budget at any share, not a fraction of it', () => {
    const rows = Array.from({ length: 300 }, (_, id) => ({
      name: `job ${id}`,
      color: ['blue', 'red', 'grey'][id % 3],
      url: `https://ci.example.com/job/${id}/`,
    }));
    for (let percent = 6; percent < 90; percent += 4) {
      const { value, selection } = selectFrom(rows, percent / 100);
      const budget = (count(spellCompact(value)) * percent) / 100;
      expect(selection?.tokens).toBeLessThanOrEqual(budget);
      expect(selection?.tokens).toBeGreaterThan(budget * 0.6);
    }
  });

  it('shortens texts before rows go', () => {
    const rows = Array.from({ length: 40 }, (_, id) => ({ id, body: `Report ${id}. ${'It goes on about things at length. '.repeat(60)}` }));
    const { selection } = selectFrom(rows, 0.3);
    expect(selection?.omissions.map(({ unit }) => unit)).toEqual(['characters']);
  });

  it('leaves settings whole: no key of a record is ever left out', () => {
    const settings = Object.fromEntries(
      'path node cluster http index script security'
        .split(' ')
        .map((section, at) => [
          section,
          Object.fromEntries(
            Array.from({ length: 12 }, (_, key) => [`option_${at}_${key}`, `value ${key} of a setting that nobody changed`]),
          ),
        ]),
    );
    const { selection } = selectFrom(settings, 0.1);
    expect(selection).toBeUndefined();
  });

  it('keeps every key and short value of flat settings, whatever their names', () => {
    const settings = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`opt_${index}`, `value ${index}`]));
    const rows = Array.from({ length: 900 }, (_, id) => ({ id, text: `row ${id} tells of something or other`, size: (id * 7919) % 1000 }));
    const { selection } = selectFrom({ settings, rows }, 0.3);
    for (const [key, value] of Object.entries(settings)) expect(selection?.text).toContain(`"${key}":"${value}"`);
    expect(selection?.omissions.map(({ unit }) => unit)).toEqual(['rows']);
  });

  it('I11: names every key of a map whose values go, in their order', () => {
    const services = Object.fromEntries(
      Array.from({ length: 900 }, (_, index) => [
        index % 100 === 7 ? `a, b; ${index}` : `service-${index}`,
        {
          owner: `team ${index % 7} of the third floor`,
          port: 8000 + index,
          note: `restarted ${(index * 7919) % 97} times since the last release`,
        },
      ]),
    );
    const { value, selection } = selectFrom(services, 0.4, 'service-417');
    if (selection === undefined) throw new Error('nothing was left out');
    agree(value, selection.value, '$');
    const [omission] = selection.omissions;
    expect(omission?.unit).toBe('entries');
    expect(omission?.count).toBeGreaterThan(300);
    for (const key of Object.keys(services)) expect(selection.text).toContain(key);
    expect(selection.text).toContain(`…${omission?.count} entries left out: `);
    expect(selection.tokens).toBeLessThanOrEqual(count(spellCompact(value)) * 0.4);
  });

  it('tells what the left out numbers were', () => {
    const numbers = Array.from({ length: 2000 }, (_, index) => Math.round(1e6 * ((index * 0.618034) % 1)) / 1e6);
    const { selection } = selectFrom(numbers, 0.1);
    expect(selection?.omissions[0]?.facts[0]).toMatch(/^0\.\d+\.\.0\.\d+, median 0\.(49|50)/);
    expect(selection?.text).toContain(String(Math.max(...numbers)));
    expect(selection?.text).toContain(String(Math.min(...numbers)));
  });

  it('is linear in rows', () => {
    const rows = (length: number): object[] =>
      Array.from({ length }, (_, id) => ({
        id,
        text: `row ${id} ${'and more words '.repeat(8)}`,
        size: (id * 7919) % 1000,
        tags: ['a', 'b'],
      }));
    expect(selectFrom(rows(30_000), 0.2, 'row 77')).toBeDefined();
  });
});
