import { headText } from './head-text.ts';
import type { OutlinedFile, PayloadFunction, PayloadHead, PayloadOutline, PayloadUnit } from './payload-outline.ts';
import { repeatedUnits } from './repeats.ts';

/** Puts the outlines of all files of a payload together. */
export function joinOutlines(files: readonly OutlinedFile[], lineCount: number): PayloadOutline {
  const units: PayloadUnit[] = [];
  const functions: PayloadFunction[] = [];
  const heads: PayloadHead[] = [];
  files.forEach(({ file, outline }, index) => {
    const [unitBase, functionBase, line] = [units.length, functions.length, file.firstLine];
    const above = (base: number, inner: number): number => (inner < 0 ? -1 : base + inner);
    for (const unit of outline.units) {
      const place = { first: unit.first + line, last: unit.last + line, file: index };
      units.push({ ...unit, ...place, parent: above(unitBase, unit.parent), owner: above(functionBase, unit.owner) });
    }
    for (const head of outline.heads)
      heads.push({ unit: unitBase + head.unit, text: headText(file.lines, head, outline.units[head.unit]!) });
    for (const span of outline.functions) {
      const place = { first: span.first + line, body: span.body + line, last: span.last + line, file: index };
      functions.push({ ...span, ...place, owner: above(functionBase, span.owner) });
    }
  });
  const repeats = repeatedUnits(units, (file) => files[file]!.file);
  for (const [unit, earlier] of repeats) heads.push({ unit, text: `as lines ${units[earlier]!.first + 1}-${units[earlier]!.last + 1}` });
  if (repeats.size > 0) heads.sort((a, b) => units[a.unit]!.first - units[b.unit]!.first || a.unit - b.unit);
  const texts = new Uint32Array(lineCount);
  units.forEach(({ place, first, last, parent }, index) => {
    if (place === 'code') return;
    // The paragraphs of one text are told of together.
    const above = first > 0 ? texts[first - 1]! : 0;
    const goesOn = above > 0 && units[above - 1]!.parent === parent && units[index - 1]?.last === first - 1;
    texts.fill(goesOn ? above : index + 1, first, last + 1);
  });
  const toldAt = new Uint32Array(lineCount);
  for (const { unit, text } of heads) toldAt[units[unit]!.first]! += text.length + 2;
  return { units, functions, heads, repeats, texts, toldAt };
}
