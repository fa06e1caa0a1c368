import type { JsonValue } from '../../model.ts';
import { spellData } from '../../spell/spell-string.ts';
import { gapText } from '../../spell/spell-value.ts';
import { MISSING_WORD } from '../grammar.ts';
import { MISSING } from '../infer/interner.ts';
import { isGap } from '../infer/kinds.ts';
import type { Echo } from '../plan/echo-lines.ts';
import type { DocumentPlan } from '../plan/plan-document.ts';
import type { Annotation, Column, RecordType } from '../plan/record-type.ts';
import { fenceText, spellText, type Level } from './scalars.ts';

/** Writes a value that stands in a cell or a field: rows and values hold each other, so that whoever writes rows hands in how values are written. */
export type WriteValue = (plan: DocumentPlan, value: JsonValue, level: Level, annotation?: Annotation) => string;

/** Nobody counts commas: behind so many blank cells the rest of a row is told by name. */
const MAXIMUM_BLANKS = 3;

/** What a record states that is whole where the header says what others leave out. */
const NOTHING_LEFT_OUT = '…nothing left out';

/** One record: its cells in the order of the header, then behind a semicolon what it states by name. Empty where all is as usual. */
export function writeRow(plan: DocumentPlan, type: RecordType, row: number, level: Level, writeValue: WriteValue): string {
  const cells: string[] = [];
  const fields: string[] = [];
  const long: string[] = [];
  const gaps: string[] = [];
  let blanks = 0;
  let naming = false;
  let columns = 0;
  for (const column of type.columns) {
    if (column.mode.kind !== 'cell') {
      if (!states(column, row)) continue;
      const field = writeField(plan, column, row, level, writeValue);
      const place = field.startsWith('…') ? gaps : field.includes('\n') ? long : fields;
      place.push(field);
      continue;
    }
    columns++;
    const cell = writeCell(plan, column, row, level, writeValue);
    naming ||= cell !== '' && blanks > MAXIMUM_BLANKS;
    if (naming && cell !== '') fields.push(writeField(plan, column, row, level, writeValue));
    else if (!naming) {
      blanks = cell === '' ? blanks + 1 : 0;
      cells.push(cell);
    }
  }
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
  const told = cells.join(',');
  // What is missing stands last: a field behind it would read as missing too.
  const named = [...fields, ...long, ...gaps].join(',');
  if (columns === 0 || named === '') return columns === 0 ? named : told;
  return `${told};${named}`;
}

/** Whether a row states a column that has no cell. */
function states(column: Column, row: number): boolean {
  if (column.mode.kind === 'field') return column.identities[row] !== column.usual;
  return column.deviating?.has(row) === true;
}

function writeField(plan: DocumentPlan, column: Column, row: number, level: Level, writeValue: WriteValue): string {
  const value = column.values[row];
  if (isGap(value)) return gapText(value);
  if (value === undefined && isGap(column.values[column.identities.indexOf(column.usual)])) return NOTHING_LEFT_OUT;
  const echo = column.echo?.texts.get(row);
  if (echo !== undefined) return `${column.name}:${writeEcho(column, echo)}`;
  const text = value === undefined ? MISSING_WORD : (numbered(plan, value) ?? writeValue(plan, value, level, column.annotation));
  return `${column.name}:${text}`;
}

/** A text told by lines of another one: `@name` and how its lines are read, then the lines, `@3-9` for those that stand there. */
function writeEcho(column: Column, echo: Echo): string {
  const view = echo.view === 'untagged' ? ' untagged' : '';
  return `@${column.echo?.source.name}${view}${echo.ends === 'crlf' ? ' crlf' : ''}${fenceText(echo.text)}`;
}

/** The reference to a long text that the legend defines. */
function numbered(plan: DocumentPlan, value: JsonValue): string | undefined {
  const number = typeof value === 'string' ? plan.texts.get(value) : undefined;
  return number === undefined ? undefined : `#${number}`;
}

/** A value as a cell of its column: without what the header says about all cells. */
export function writeCell(plan: DocumentPlan, column: Column, row: number, level: Level, writeValue: WriteValue): string {
  if (column.identities[row] === column.usual) return '';
  if (column.identities[row] === MISSING) return MISSING_WORD;
  const value = column.values[row] as JsonValue;
  if (typeof value !== 'string' || column.annotation !== undefined) return writeValue(plan, value, level, column.annotation);
  const rest = column.pattern?.rests[row];
  if (rest !== undefined) return spellText(rest, level, 'text');
  return numbered(plan, value) ?? (value.includes('\n') ? spellData(value) : spellText(value, level, column.text ? 'text' : 'number'));
}
