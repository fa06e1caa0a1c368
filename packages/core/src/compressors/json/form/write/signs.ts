import { MISSING } from '../infer/interner.ts';
import type { Column, RecordType } from '../plan/record-type.ts';

interface Note {
  readonly text: string;
  readonly needed: (column: Column, type: RecordType) => boolean;
}

const NOTES: readonly Note[] = [
  { text: 'T(a,b;c) heads rows of T: cells a,b in order, then ;c:value', needed: (column) => column.mode.kind !== 'cell' },
  {
    text: '+n: n fields, no cell',
    needed: (column, type) =>
      column.mode.kind === 'cell' &&
      type.columns.indexOf(column) > type.columns.findIndex(({ mode }) => mode.kind !== 'cell') &&
      !allCells(type),
  },
  {
    text: '~v: v unless stated',
    needed: (column) => column.usual !== MISSING && (column.mode.kind === 'cell' || column.mode.kind === 'field'),
  },
  { text: '{x}: field x', needed: (column) => column.mode.kind === 'template' || hasHole(column) },
  { text: '*: the cell', needed: (column) => column.pattern !== undefined },
  { text: ':@T: key of a record of T', needed: (column) => column.annotation?.type.key !== undefined },
  { text: '@x: lines of field x', needed: (column) => column.echo !== undefined },
  { text: '+=n: rows not shown go on by n, with every ~v', needed: (column, type) => type.stepping?.column === column },
];

const allCells = (type: RecordType): boolean => type.columns.every(({ mode }) => mode.kind === 'cell');

const hasHole = (column: Column): boolean =>
  column.pattern !== undefined && [...column.pattern.before, ...column.pattern.behind].some((part) => typeof part !== 'string');

/** What the signs mean that this text uses; none for tables of plain cells, which everybody reads. */
export function signsOf(types: readonly RecordType[]): readonly string[] {
  return NOTES.filter(({ needed }) => types.some((type) => type.columns.some((column) => needed(column, type)))).map(({ text }) => text);
}
