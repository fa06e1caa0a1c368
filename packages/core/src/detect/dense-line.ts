import type { Line } from './line.ts';

/** Whether a long line is full of the signs of a minified program. */
export function isDense({ text, signs }: Line): boolean {
  return text.length >= 80 && signs >= text.length * 0.12;
}
