/**
 * The first line of every text in the JSON form: it marks the text as one that Headroom rendered without a store (never compressed again, I8). The
 * second line tells what the signs mean that the text uses.
 */
export const FORM_SIGNATURE = 'JSON, compact form';
