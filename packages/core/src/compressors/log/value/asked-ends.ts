import { readAsked } from '../../../relevance/columns/asked.ts';
import { readQuantity } from '../../../relevance/columns/quantity.ts';
import { lineHead, type LogLines } from '../lines/log-lines.ts';
import type { Scan } from '../pattern/scan-lines.ts';
import type { Templates } from '../pattern/templates.ts';

/** Fewer lines that say the same of different things have no end of a scale. */
const fewestLines = 4;
const mostSlots = 12;
const readCharacters = 600;
/** What the end of one template's scale is worth beside the end of all scales of that measure. */
const endOfOne = 0.75;

/** A number with its unit that stands by itself, so no part of a date, a version, a path or an address. */
const measured =
  /(?<![\w.:/@#-])(\d[\d,]{0,14}(?:\.\d{1,12})?)\s?(ns|us|µs|ms|s|secs?|seconds?|m|mins?|minutes?|h|[kKMGT]i?B|bytes|B|%)?(?![\w./:-])/g;
const label = /([A-Za-z_][\w-]{0,39})["']?\s{0,3}[:=(]?\s{0,3}$/;
const labelCharacters = 48;
/** In an access log the number behind the status is the size of the answer, which nothing names. */
const statusBefore = /" [1-5]\d\d $/;

/** Words by which questions ask for what a unit measures. */
const unitWords: readonly (readonly [unit: RegExp, words: string])[] = [
  [/^(?:ns|us|µs|ms|s|secs?|seconds?|m|mins?|minutes?|h)$/, 'duration time elapsed seconds'],
  [/^(?:[kKMGT]i?B|bytes|B)$/, 'size bytes'],
  [/^%$/, 'percent'],
];

interface Slot {
  readonly name: string;
  readonly measure: string;
  lines: number;
  readonly top: { value: number; line: number };
  readonly bottom: { value: number; line: number };
}

/**
 * Lines that hold the largest or smallest of the numbers that a template's lines have in one place, or that one label and unit have anywhere, where the question asks for such an end and its words fit the number's
 * label or unit; with what each is worth, 1 for the end of all. Linear; empty where no end is asked for.
 */
export function askedEnds(
  lines: LogLines,
  { patternOf }: Scan,
  { templateOf, sizes }: Templates,
  question: string,
): ReadonlyMap<number, number> {
  const asked = readAsked(question);
  const found = new Map<number, number>();
  if (!asked.highest && !asked.lowest) return found;
  const slots = new Map<string, Slot>();
  for (let line = 0; line < lines.count; line += 1) {
    const template = templateOf[patternOf[line]!]!;
    readSlots(lineHead(lines, line, readCharacters), line, { template: sizes[template]! >= fewestLines ? template : -1, slots });
  }
  const fitting = [...slots.values()].filter(
    ({ lines: seen, name, top, bottom }) => seen >= fewestLines && top.value > bottom.value && asked.fit(name) > 0,
  );
  const raise = (side: 'top' | 'bottom'): void => {
    for (const slot of fitting) {
      const { value, line } = slot[side];
      const isEnd = fitting.every(
        (other) => other.measure !== slot.measure || (side === 'top' ? other.top.value <= value : other.bottom.value >= value),
      );
      const worth = asked.fit(slot.name) * (isEnd ? 1 : endOfOne);
      found.set(line, Math.max(found.get(line) ?? 0, worth));
    }
  };
  if (asked.highest) raise('top');
  if (asked.lowest) raise('bottom');
  return found;
}

function readSlots(text: string, line: number, { template, slots }: { template: number; slots: Map<string, Slot> }): void {
  let place = 0;
  for (const match of text.matchAll(measured)) {
    if (place >= mostSlots) return;
    const [, digits, spelledUnit = ''] = match;
    const leading = text.slice(Math.max(0, match.index - labelCharacters), match.index);
    const isAnswerSize = spelledUnit === '' && statusBefore.test(leading);
    const unit = isAnswerSize ? 'bytes' : spelledUnit;
    const value = readQuantity(`${digits!}${unit.replace(/^(s)ec.*|^(m)in.*|^bytes$/, '$1$2')}`)?.value;
    const before = isAnswerSize ? 'answer' : (label.exec(leading)?.[1] ?? '');
    // A label with a unit means the same wherever it stands, whatever else its line says.
    const key = before !== '' && unit !== '' ? `${before} ${unit}` : `${template} ${place} ${unit}`;
    place += 1;
    if (value === undefined || (template < 0 && !(before !== '' && unit !== ''))) continue;
    let slot = slots.get(key);
    if (slot === undefined) {
      const measure = unitWords.find(([pattern]) => pattern.test(unit))?.[1] ?? before;
      slot = { name: `${before} ${unit} ${measure}`, measure, lines: 0, top: { value, line }, bottom: { value, line } };
      slots.set(key, slot);
    }
    slot.lines += 1;
    if (value > slot.top.value) Object.assign(slot.top, { value, line });
    if (value < slot.bottom.value) Object.assign(slot.bottom, { value, line });
  }
}
