import { anyPattern } from './line-pattern.ts';
import { mapSample, shareOf, type Sample } from './sample.ts';

const prefix = /^\s*(\d+)(?:\t|→|: |:|\| ?|  )/;
const isNumbered = anyPattern([prefix, { opens: '0-9' }]);

/**
 * The sample without the line numbers of `cat -n`, of a file viewer or of a numbered listing; undefined where it has none.
 *
 * Numbers must follow one another: the numbers of search hits have gaps.
 */
export function withoutLineNumbers(sample: Sample): Sample | undefined {
  const lines = sample.lines.slice(0, 40);
  if (lines.length < 3 || shareOf(lines, isNumbered) < 0.85) return undefined;
  const numbers = lines.flatMap((line) => (isNumbered(line) ? [Number.parseInt(line.text.trim(), 10)] : []));
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  // Blank lines may stand without a number or be left out of the sample, so that small steps count.
  const small = steps.filter((step) => step >= 1 && step <= 3).length;
  const ones = steps.filter((step) => step === 1).length;
  if (small < steps.length * 0.9 || ones < steps.length * 0.6) return undefined;
  return mapSample(sample, (line) => line.replace(prefix, ''));
}
