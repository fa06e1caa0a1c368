import type { JsonValue } from '../../model.ts';
import { MISSING } from '../infer/interner.ts';
import { isGap } from '../infer/kinds.ts';
import type { DocumentPlan } from '../plan/plan-document.ts';
import type { Annotation, Column, Lookup, RecordType } from '../plan/record-type.ts';
import { writeCell, writeRow } from './rows.ts';
import { templateText } from '../plan/holes.ts';
import { quoteData, spellText } from './scalars.ts';
import { writeBlock, writeValue } from './writer.ts';

/** The header of a type, the tables that its columns are looked up in, and its records where they are referred to. */
export function writeType(plan: DocumentPlan, type: RecordType): string {
  const { cells, others } = declarations(plan, type);
  const header = `${type.name}(${cells.join(',')}${others.length > 0 ? `;${others.join(',')}` : ''})`;
  const tables = type.lookups.map((lookup) => writeLookup(plan, lookup));
  return [header, ...tables, ...writeRecords(plan, type)].join('\n');
}

/**
 * Cells in their order, and all other columns in theirs. `+2` among the cells says that two of the others come there in the order of the keys; those behind
 * the last cell need no such note.
 */
function declarations(plan: DocumentPlan, type: RecordType): { cells: string[]; others: string[] } {
  const cells: string[] = [];
  const others: string[] = [];
  const gaps: string[] = [];
  let since = 0;
  for (const column of type.columns) {
    if (column.mode.kind === 'cell') {
      if (since > 0) cells.push(`+${since}`);
      since = 0;
      cells.push(declareCell(plan, type, column));
    } else if (isOfGaps(column)) {
      // Values that most records leave out have no name; what a record leaves out else is told in its row.
      if (column.usual !== MISSING) gaps.push(usual(plan, column));
    } else {
      since++;
      others.push(declareOther(plan, column));
    }
  }
  return { cells, others: [...others, ...gaps] };
}

function isOfGaps({ mode, values }: Column): boolean {
  return mode.kind === 'field' && values.every((value) => value === undefined || isGap(value));
}

function declareCell(plan: DocumentPlan, type: RecordType, column: Column): string {
  const stepping = type.stepping?.column === column ? `+=${type.stepping.step}` : '';
  return column.name + annotationText(column) + pattern(column) + stepping + usual(plan, column);
}

function declareOther(plan: DocumentPlan, column: Column): string {
  const { mode } = column;
  if (mode.kind === 'constant') return `${column.name}=${writeValue(plan, column.values[0] as JsonValue, 'header')}`;
  if (mode.kind === 'template') return `${column.name}=${spellTemplate(templateText(mode.parts))}`;
  if (mode.kind === 'lookup') return `${column.name} by ${mode.by.name}`;
  return column.name + annotationText(column) + usual(plan, column);
}

function annotationText(column: Column): string {
  return column.annotation === undefined ? (column.text ? ':text' : '') : `:${typeText(column.annotation)}`;
}

function typeText({ type, form }: Annotation): string {
  return `${type.key === undefined ? '' : '@'}${type.name}${form === 'list' ? '[]' : form === 'map' ? '{}' : ''}`;
}

function pattern(column: Column): string {
  if (column.pattern === undefined) return '';
  return `=${spellTemplate(`${templateText(column.pattern.before)}*${templateText(column.pattern.behind)}`)}`;
}

function usual(plan: DocumentPlan, column: Column): string {
  if (column.usual === MISSING) return '';
  const value = column.values[column.identities.indexOf(column.usual)] as JsonValue;
  return `~${writeValue(plan, value, 'header', column.annotation)}`;
}

/** A template may begin with a hole, which another bare text may not; all else is as in any text of a header. */
function spellTemplate(text: string): string {
  return text === spellText(`x${text}`, 'header').slice(1) && !/^[\s"`()[\]=…#~]/.test(text) ? text : quoteData(text);
}

function writeLookup(plan: DocumentPlan, { by, columns, rows }: Lookup): string {
  const lines = rows.map((row) =>
    [writeCell(plan, by, row, 'row', writeValue), ...columns.map((column) => writeCell(plan, column, row, 'row', writeValue))].join(','),
  );
  const names = columns.map((column) => column.name + annotationText(column) + pattern(column));
  return `by ${by.name}(${names.join(',')}) ${writeBlock('[', lines, rows.length, '', ']')}`;
}

function writeRecords(plan: DocumentPlan, type: RecordType): string[] {
  const { key } = type;
  if (key === undefined) return [];
  const rows = type.rows.map((_, row) => {
    const text = writeRow(plan, type, row, 'row', writeValue) || ';';
    return key.kind === 'number' ? `#${key.first + row}: ${text}` : text;
  });
  const by = key.kind === 'number' ? 'numbered' : `by ${key.column.name}`;
  return [`records ${by} ${writeBlock('[', rows, rows.length, '', ']')}`];
}
