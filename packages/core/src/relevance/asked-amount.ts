/** How well a text can answer a question for an amount, 0 to 1: 1 for a number with a unit of what is asked for. */
export type AmountFit = (text: string) => number;

const asksForAmount =
  /\b(?:how (?:large|big|long|many|much|often|old|far|fast|high|deep|wide|heavy|small|short)|at (?:most|least)|max(?:imum)?|min(?:imum)?|limits?|quota|default|longest|shortest|largest|biggest|smallest|highest|lowest|up to|number of|size of|length of|timeout|interval)\b/i;

interface Measure {
  readonly asked: RegExp;
  readonly unit: RegExp;
}

const measures: readonly Measure[] = [
  {
    asked: /\b(?:large|big|size|small|heavy|bytes|storage|memory)/i,
    unit: /\d\s?(?:bytes?|[kKMGT]i?B|kilobytes?|megabytes?|gigabytes?|characters?)\b/,
  },
  {
    asked: /\b(?:long|short|time|delay|wait|often|old|fast|slow|retention|period|interval|expir|timeout|when|duration)/i,
    unit: /\d\)?\s?(?:ns|us|µs|ms|s|sec(?:ond)?s?|milliseconds?|min(?:ute)?s?|h(?:our)?s?|days?|weeks?|months?|years?)\b/,
  },
];

const bareNumber = 0.4;

/**
 * What a question for an amount must be answered by; undefined where it asks for none. English.
 *
 * @example askedAmount('How large may a message be at most?')!('up to 1,024 bytes') // 1
 */
export function askedAmount(question: string): AmountFit | undefined {
  const text = question.slice(0, 4096);
  if (!asksForAmount.test(text)) return undefined;
  const fitting = measures.filter(({ asked }) => asked.test(text));
  return (piece) => {
    if (!/\d/.test(piece)) return 0;
    return fitting.some(({ unit }) => unit.test(piece)) ? 1 : bareNumber;
  };
}
