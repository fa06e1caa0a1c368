import type { SourceFile } from '../files/split-files.ts';
import type { Language } from '../languages/language.ts';
import type { FileOutline, FunctionSpan, Unit } from '../outline/unit.ts';

/** A file of a payload with what of it may be left out. */
export interface OutlinedFile {
  readonly file: SourceFile;
  readonly language: Language;
  readonly outline: FileOutline;
  /** Errors that the grammar finds in the whole file. */
  readonly errors: number;
}

/** A unit in lines of the payload, and the file that it stands in. */
export interface PayloadUnit extends Unit {
  readonly file: number;
}

/** A function in lines of the payload. */
export interface PayloadFunction extends FunctionSpan {
  readonly file: number;
}

/** How a unit is named where it is left out. */
export interface PayloadHead {
  readonly unit: number;
  readonly text: string;
}

/** The units and functions of all files, numbered through. */
export interface PayloadOutline {
  readonly heads: readonly PayloadHead[];
  readonly units: readonly PayloadUnit[];
  readonly functions: readonly PayloadFunction[];
  /** Units that stand in an earlier file already, and which these are. */
  readonly repeats: ReadonlyMap<number, number>;
  /** For each line of the payload the comment or string whose inside it is, as a unit's number plus one; 0 for others. */
  readonly texts: Uint32Array;
  /** For each line the characters that heads beginning on it take where they are told of. */
  readonly toldAt: Uint32Array;
}
