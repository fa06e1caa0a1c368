import type { JsonValue } from '../../model.ts';
import type { Column, TemplatePart } from './record-type.ts';
import { textOf } from './text-of.ts';

/** The name of the key of a map's entry where a template takes it. No column can have this name. */
export const KEY_HOLE = ':key';

/** Between the name of a column and the beginning of its text that a hole leaves out. */
export const AFTER = ' after ';

/** Whether a text would be read as having a hole: braces are allowed only where they hold no column's name. */
export function holdsHole(text: string, names: ReadonlySet<string>): boolean {
  if (!text.includes('{')) return false;
  for (const [, hole = ''] of text.matchAll(/\{([^{}]*)\}/g))
    if (hole === KEY_HOLE || names.has(hole.split(AFTER, 1)[0] as string)) return true;
  return false;
}

/** What a template makes of a row. Where a hole has no text, the value is that of the hole's column: null stays null. */
export function fillTemplate(parts: readonly TemplatePart[], row: number): JsonValue | undefined {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const value = part.column.values[row];
    const piece = textOf(value);
    if (piece === undefined || !piece.startsWith(part.after)) return value;
    text += piece.slice(part.after.length);
  }
  return text;
}

/** A template as the header spells it. */
export function templateText(parts: readonly TemplatePart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : `{${part.column.name}${part.after === '' ? '' : AFTER + part.after}}`))
    .join('');
}

/** Whether a column can stand in a hole: its name needs no quotes. */
export const canFillHoles = (column: Column): boolean => /^[^{}" ]+$/.test(column.name);
