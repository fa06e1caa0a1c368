// The words and names of the form; docs/compressors/json-form.md is its whole grammar.

/** The words that are no strings. A string that equals one is quoted. */
export const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'missing']);

/** What a cell says where its column has a usual value and the field is not there. */
export const MISSING_WORD = 'missing';

/** A whole JSON number. */
export const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A key that needs no quotes in the path of a column. */
export const BARE_NAME = /^[^\s,;=~:+()[\]{}"`….]+$/;

/** A key that needs no quotes in a record that is written as it is: all up to the colon. */
export const BARE_KEY = /^[^\s,;:=()[\]{}"`…](?:[^\r\n\t,;:=()[\]{}"`…]*[^\s,;:=()[\]{}"`…])?$/;
