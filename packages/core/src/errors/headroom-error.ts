const marker = Symbol.for('headroom.error');

/** Every code that an error of Headroom carries. */
export type HeadroomErrorCode =
  | 'invalid-option'
  | 'invalid-input'
  | 'store-full'
  | 'store-failed'
  | 'store-closed'
  | 'missing-dependency'
  | 'missing-model'
  | 'download-failed';

/**
 * The base of all errors of Headroom.
 *
 * @example
 * try { await store.put(entry); } catch (error) { if (HeadroomError.isInstance(error) && error.code === 'store-full') console.warn(error.message); }
 */
export class HeadroomError extends Error {
  readonly code: HeadroomErrorCode;

  constructor({ code, message, cause }: { code: HeadroomErrorCode; message: string; cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'HeadroomError';
    this.code = code;
    // A registered symbol, not instanceof: two copies of the package in one process still know each other's errors.
    Object.defineProperty(this, marker, { value: true });
  }

  /** Whether a value is an error of Headroom, from any copy of the package. */
  static isInstance(value: unknown): value is HeadroomError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}
