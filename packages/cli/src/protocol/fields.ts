import { modes, type Mode } from '../option-table.ts';

/** The fields of a request, as they came. */
export type Fields = Readonly<Record<string, unknown>>;

/** A request that cannot be answered as it is written. */
export class RequestError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RequestError';
  }
}

/** @throws RequestError where the field is no string. */
export function requiredText(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new RequestError(`"${name}" must be a string.`);
  return value;
}

/**
 * The field under the name that an options object has for it; nothing where it is absent or null.
 *
 * @throws RequestError where it is anything else than a string.
 */
export function optionalText<Key extends string>(fields: Fields, name: string, key: Key): { readonly [K in Key]?: string } {
  if (fields[name] === undefined || fields[name] === null) return {};
  return { [key]: requiredText(fields, name) } as { readonly [K in Key]?: string };
}

/** @throws RequestError where the scope is no string or empty: a tenant whose name is missing would share its originals with all others of that kind. */
export function optionalScope(fields: Fields): { readonly scope?: string } {
  if (fields['scope'] === '') throw new RequestError('"scope" is empty: give a name, or leave it out.');
  return optionalText(fields, 'scope', 'scope');
}

/** @throws RequestError where the field is no mode. */
export function optionalMode(fields: Fields): Mode | undefined {
  const value = fields['mode'];
  if (value === undefined || value === null) return undefined;
  const mode = modes.find((name) => name === value);
  if (mode === undefined) throw new RequestError(`"mode" must be one of ${modes.join(', ')}.`);
  return mode;
}
