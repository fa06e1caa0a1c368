import { respelled, type View } from './find-runs.ts';
import { readGutter } from './numbered-line.ts';
import { readReference, type Reference } from './reference.ts';
import type { ShownText } from './shown-lines.ts';
import type { Line } from './text-lines.ts';

/** A few lines of references can ask for any number of lines: what grows beyond this many of them, or UTF-16 units, is nothing that was told. */
const most = { lines: 1_000_000, characters: 64_000_000 } as const;

/** Puts back what references stand for; undefined where one of them leads nowhere, or where they stand for more than any text that is told. */
export function expandRepeats(text: string, view: View): string | undefined {
  const lines = text.split('\n');
  const out: string[] = [];
  let characters = text.length;
  for (const [index, line] of lines.entries()) {
    const reference = readReference(line);
    if (reference === undefined) out.push(line);
    else {
      // Before the lines are read: reading them is what takes time.
      if (out.length + reference.to - reference.from > most.lines) return undefined;
      const referred = reference.place.in === 'this text' ? linesAbove(reference, lines, index) : linesShown(reference, view);
      const respelt = referred === undefined ? undefined : respell(referred, reference, lineOf(out.at(-1) ?? ''));
      if (respelt === undefined) return undefined;
      for (const each of respelt) {
        out.push(each);
        characters += each.length + 1;
      }
      if (characters > most.characters) return undefined;
    }
  }
  return out.join('\n');
}

/** Lines of the text itself, as it goes out: a reference refers to no reference. */
function linesAbove({ from, to }: Reference, lines: readonly string[], index: number): readonly Line[] | undefined {
  if (from < 1 || to < from || to > index) return undefined;
  const above = lines.slice(from - 1, to);
  return above.some((line) => readReference(line) !== undefined) ? undefined : above.map(lineOf);
}

function linesShown(reference: Reference, { shown, length }: View): readonly Line[] | undefined {
  const { from, to } = reference;
  const text = shownText(reference, { shown, length });
  if (text === undefined || from < 1 || to < from) return undefined;
  const end = text.start + to;
  if (end > Math.min(length, text.start + text.lines.count)) return undefined;
  return Array.from({ length: to - from + 1 }, (_, offset) => text.lines.line(from - 1 + offset) as Line);
}

function shownText({ place }: Reference, { shown }: View): ShownText | undefined {
  if (place.in === 'result') return shown.result(place.ordinal);
  return place.in === 'call' ? shown.argument(place.ordinal, place.argument) : undefined;
}

function respell(lines: readonly Line[], { gutter }: Reference, before: Line): readonly string[] | undefined {
  if (gutter === 'numbered' && before.number === -1) return undefined;
  return lines.map((line, offset) => respelled(line, gutter, before, offset + 1));
}

/** A line alone; the one before a reference says where its numbers begin. */
function lineOf(raw: string): Line {
  const gutter = readGutter(raw, 0);
  return gutter === undefined ? { raw, content: raw, number: -1 } : { raw, content: raw.slice(gutter.end), number: gutter.number };
}
