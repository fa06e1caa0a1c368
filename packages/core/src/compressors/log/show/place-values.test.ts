import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseLog } from '../value/analyse-log.ts';
import { mostDifferent, readValues } from './place-values.ts';

const sign = /[\s,;:=()[\]{}"'`|<>]+/;

/** The same as told in the docstring, word by word and without memory. */
function plainCounts(lines: readonly string[]): Map<string, number>[] {
  const places: Map<string, number>[] = [];
  for (const line of lines) {
    line
      .trim()
      .split(sign)
      .forEach((word, place) => {
        const values = (places[place] ??= new Map<string, number>());
        if (values.size <= mostDifferent) values.set(word, (values.get(word) ?? 0) + 1);
      });
  }
  return places;
}

function countedIn(lines: readonly string[], shown: readonly number[] = []): readonly Map<string, number>[] {
  const analysis = analyseLog(lines.join('\n'), '', undefined);
  const isShown = new Uint8Array(analysis.lines.count);
  for (const line of shown) isShown[line] = 1;
  const template = analysis.templates.templateOf[analysis.scan.patternOf[0]!]!;
  return readValues(analysis, isShown, [template]).get(template)!;
}

it('counts the words of each place of the lines left out, whatever repeats and in whatever order', () => {
  const word = fc.constantFrom('7', '12', '12', '481', '9');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 60 }), fc.constantFrom('', '  ', '\u2003'), (rows, space) => {
      const lines = rows.map(([first, second]) => `${space}user ${first} took (${second}) ms${space}`);
      expect(countedIn(lines).map((values) => [...values])).toEqual(plainCounts(lines).map((values) => [...values]));
    }),
  );
});

it('counts no further in a place with too many different words, and leaves out what is shown', () => {
  const lines = Array.from({ length: 2 * mostDifferent }, (_, index) => `request ${index + 10} of 5 answered`);
  const places = countedIn([...lines, lines.at(-1)!, lines[0]!]);
  expect(places.map((values) => values.size)).toEqual([1, mostDifferent + 1, 1, 1, 1]);
  expect(places[1]!.get('10')).toBe(1);
  expect(countedIn(lines, [0, 1])[0]!.get('request')).toBe(lines.length - 2);
});
