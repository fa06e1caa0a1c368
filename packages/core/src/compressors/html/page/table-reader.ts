import type { Attributes } from './attributes.ts';
import type { CellPlace, Table } from './page.ts';

/** Where in a table reading is. */
export interface TableCursor {
  readonly table: number;
  readonly row: number;
  /** The cell that is open or was last; -1 before the first. */
  cell: number;
  onlyHeaders: boolean;
}

/** Numbers the tables of a page, their rows and cells. */
export interface TableReader {
  readonly tables: readonly Table[];
  /** Where reading is; set back where a table, row or cell ends. */
  cursor: TableCursor | undefined;
  openTable(attributes: Attributes): void;
  /** Begins a row or a cell; false where no table is open. */
  openPart(name: string): boolean;
  openCaption(): void;
  endRow(): void;
  /** The cell that is open. */
  place(): CellPlace | undefined;
}

/** Makes a reader of a page without tables. */
export function createTableReader(): TableReader {
  const tables: Table[] = [];
  return {
    tables,
    cursor: undefined,
    openTable({ role }) {
      if (this.cursor !== undefined) tables[this.cursor.table]!.holdsTable = true;
      tables.push({ rows: [], headers: [], hasCaption: false, holdsTable: false, isLayout: role === 'presentation' || role === 'none' });
      this.cursor = { table: tables.length - 1, row: 0, cell: -1, onlyHeaders: true };
    },
    openPart(name) {
      const { cursor } = this;
      if (cursor === undefined) return false;
      if (name === 'tr') this.cursor = { table: cursor.table, row: tables[cursor.table]!.rows.length, cell: -1, onlyHeaders: true };
      else {
        cursor.cell += 1;
        if (name === 'td') cursor.onlyHeaders = false;
      }
      return true;
    },
    openCaption() {
      if (this.cursor !== undefined) tables[this.cursor.table]!.hasCaption = true;
    },
    endRow() {
      if (this.cursor === undefined) return;
      const table = tables[this.cursor.table]!;
      table.rows.push(this.cursor.cell + 1);
      table.headers.push(this.cursor.onlyHeaders && this.cursor.cell >= 0);
    },
    place() {
      const { cursor } = this;
      return cursor === undefined || cursor.cell < 0 ? undefined : { table: cursor.table, row: cursor.row, cell: cursor.cell };
    },
  };
}
