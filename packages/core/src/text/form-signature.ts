/**
 * The first line of every text in the JSON form: it marks the text as one that Headroom rendered without a store (never compressed again, I8), and tells
 * the reader how to read it.
 */
export const FORM_SIGNATURE = 'JSON as rows under headers T(cells;fields); ~ value unless stated, * the cell, {x} field x';
