/** What a caller asks of an original. */
export interface RetrieveRequest {
  /** The handle, in any spelling that a model may give it: a whole marker, quotes, upper case. */
  readonly hash: string;
  /** Lines, counted from 1: `120-164`, `120-`, `-20` (the last 20), `7`, several with commas; or `[first, last]`. */
  readonly lines?: string | readonly number[];
  /** A question or words: the passages that answer it. */
  readonly query?: string;
  /** A JSON path: `$.a.b[3].c`, `a.b.3`, `['key']`, `[2:5]`, `[*]`. */
  readonly path?: string;
  /** What an earlier answer gave to go on with. */
  readonly cursor?: string;
  /**
   * Tokens that the answer may take; 160 at least.
   *
   * @default the engine's own budget for retrieval
   */
  readonly budget?: number;
}

/**
 * Reads a tool call's input, which a model wrote: an object, the JSON text of one, or nothing but a handle. Fields of a wrong type are read as far as they make sense
 * and left out otherwise; an unreadable hash becomes an empty one, which `retrieve` answers as invalid.
 *
 * @example readRetrieveInput('<<ccr:0123456789abcdef01234567 20_rows_offloaded>>')
 */
export function readRetrieveInput(input: unknown): RetrieveRequest {
  if (typeof input === 'string') {
    const value = parseObject(input);
    return value === undefined ? { hash: input } : readRetrieveInput(value);
  }
  if (typeof input !== 'object' || input === null) return { hash: '' };
  const fields = input as Readonly<Record<string, unknown>>;
  const lines = readLines(fields['lines']);
  const query = readText(fields['query']);
  const path = readText(fields['path']);
  const cursor = readText(fields['cursor']);
  const budget = fields['budget'];
  return {
    hash: readText(fields['hash'] ?? fields['handle'] ?? fields['id'] ?? fields['marker']) ?? '',
    ...(lines === undefined ? {} : { lines }),
    ...(query === undefined ? {} : { query }),
    ...(path === undefined ? {} : { path }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(typeof budget === 'number' && budget > 0 ? { budget } : {}),
  };
}

/** Models fill fields that they do not need with an empty string or null. */
function readText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value) && value.length === 1) return readText(value[0]);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || text === 'null' || text === 'undefined' ? undefined : text;
}

function readLines(value: unknown): string | readonly number[] | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => typeof item === 'number') ? value : readText(value.join(','));
  if (typeof value !== 'object' || value === null) return readText(value);
  const { start, end } = value as { start?: unknown; end?: unknown };
  return typeof start === 'number' ? readText(`${start}-${typeof end === 'number' ? end : ''}`) : undefined;
}

function parseObject(text: string): object | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
