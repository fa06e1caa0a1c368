import { RawNumber } from '../model.ts';

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const PLUS = 43;
const POINT = 46;

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** The index behind the JSON number that starts at `from`, or -1 where none does. */
export function endOfNumber(text: string, from: number): number {
  let at = text.charCodeAt(from) === MINUS ? from + 1 : from;
  const first = text.charCodeAt(at);
  if (!isDigit(first)) return -1;
  at++;
  if (first !== ZERO) while (isDigit(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) === POINT) {
    if (!isDigit(text.charCodeAt(at + 1))) return -1;
    at += 2;
    while (isDigit(text.charCodeAt(at))) at++;
  }
  if ((text.charCodeAt(at) | 32) === 101) {
    at++;
    const sign = text.charCodeAt(at);
    if (sign === MINUS || sign === PLUS) at++;
    if (!isDigit(text.charCodeAt(at))) return -1;
    while (isDigit(text.charCodeAt(at))) at++;
  }
  return at;
}

/** A number with its spelling kept: native where JavaScript prints exactly the same characters, otherwise raw. */
export function numberOf(source: string): number | RawNumber {
  const value = Number(source);
  return String(value) === source ? value : new RawNumber(source);
}

/** The number between two indices that `endOfNumber` found; short integers are summed without making a string. */
export function numberBetween(text: string, from: number, end: number): number | RawNumber {
  if (end - from > 15) return numberOf(text.slice(from, end));
  const negative = text.charCodeAt(from) === MINUS;
  let value = 0;
  for (let at = negative ? from + 1 : from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return numberOf(text.slice(from, end));
    value = value * 10 + code - ZERO;
  }
  if (!negative) return value;
  return value === 0 ? new RawNumber('-0') : -value;
}
