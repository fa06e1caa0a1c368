import { HeadroomError } from '../errors/headroom-error.ts';

/** The error for an option that cannot be right: names it and says what it may be. */
export function invalidOption(name: string, expected: string, value: unknown): HeadroomError {
  return new HeadroomError({ code: 'invalid-option', message: `Option ${name} must be ${expected}; it is ${String(value)}.` });
}

/** @throws HeadroomError `invalid-option` for a value that is none of those allowed. */
export function oneOf<Value extends string>(name: string, value: Value, allowed: readonly Value[]): Value {
  if (!allowed.includes(value)) throw invalidOption(name, `one of ${allowed.join(', ')}`, value);
  return value;
}

/** @throws HeadroomError `invalid-option` for what is no whole number of at least `minimum`. */
export function wholeNumber(name: string, value: number, minimum: number): number {
  if (!Number.isInteger(value) || value < minimum) throw invalidOption(name, `a whole number of at least ${minimum}`, value);
  return value;
}
