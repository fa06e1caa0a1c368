import { crush, read, type Crushed, type CrushOptions } from './crush-array.ts';

/**
 * Makes a nested JSON document shorter and keeps its outer schema: no key of a record or of settings is lost, inner tables are written compactly and, beyond the
 * budget, lose rows; long texts become excerpts and binary data a stated cut. Pure.
 *
 * @throws HeadroomError `invalid-input` where the text is not JSON, `invalid-option` where the budget or the bias is not a positive number.
 * @example
 * const { text, dropped } = compactDocument(json, { tokenBudget: 2_000, count });
 */
export function compactDocument(json: string, options: CrushOptions): Crushed {
  return crush(json, read(json), options).crushed;
}
