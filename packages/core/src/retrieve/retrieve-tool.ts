/** The name under which models know the tool. Hosts may put a prefix of their own before it. */
export const retrieveToolName = 'headroom_retrieve';

/** A tool as every message format describes one: the adapters put these fields where their format wants them. */
export interface RetrieveTool {
  readonly name: typeof retrieveToolName;
  readonly description: string;
  /** JSON Schema of the input. */
  readonly parameters: {
    readonly type: 'object';
    readonly properties: Readonly<Record<'hash' | 'lines' | 'query' | 'path' | 'cursor', { readonly type: 'string' }>>;
    readonly required: readonly ['hash'];
  };
}

/**
 * The retrieve tool. It never changes during a conversation: a tool list that changes breaks the prompt cache.
 *
 * Every token of it is paid on every request: what a field means stands once, in the description, and what an answer says itself (`cursor "…" continues`) does not stand here.
 */
export const retrieveTool: RetrieveTool = Object.freeze({
  name: retrieveToolName,
  description:
    'Reads the original of <<ccr:HASH ...>>, for what you need and cannot see: by query, lines (120-164) or JSON path; else all.',
  parameters: Object.freeze({
    type: 'object',
    properties: Object.freeze({
      hash: Object.freeze({ type: 'string' }),
      query: Object.freeze({ type: 'string' }),
      lines: Object.freeze({ type: 'string' }),
      path: Object.freeze({ type: 'string' }),
      cursor: Object.freeze({ type: 'string' }),
    }),
    required: Object.freeze(['hash']) as readonly ['hash'],
  }),
});

/** Tokens of the tool's name, description and schema as compact JSON by o200k_base: what offering it costs on every request. A test holds the figure. */
export const retrieveToolTokens = 93;

/**
 * Whether a tool of this name is ours, under whatever prefix a host gave it: `mcp__x__headroom_retrieve`, `headroom:headroom_retrieve`.
 *
 * @example isRetrieveToolName('mcp__headroom__headroom_retrieve') // true
 */
export function isRetrieveToolName(name: string): boolean {
  if (!name.endsWith(retrieveToolName)) return false;
  const before = name.charCodeAt(name.length - retrieveToolName.length - 1);
  // A prefix ends with a sign: `myheadroom_retrieve` is somebody else's.
  return Number.isNaN(before) || !isAlphanumeric(before);
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
