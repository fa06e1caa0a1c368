/** The name under which models know the tool. Hosts may put a prefix of their own before it. */
export const retrieveToolName = 'headroom_retrieve';

/** A tool as every message format describes one: the adapters put these fields where their format wants them. */
export interface RetrieveTool {
  readonly name: typeof retrieveToolName;
  readonly description: string;
  /** JSON Schema of the input. */
  readonly parameters: {
    readonly type: 'object';
    readonly properties: Readonly<
      Record<'hash' | 'lines' | 'query' | 'path' | 'cursor', { readonly type: 'string'; readonly description?: string }>
    >;
    readonly required: readonly ['hash'];
  };
}

/** The retrieve tool. It never changes during a conversation: a tool list that changes breaks the prompt cache. */
export const retrieveTool: RetrieveTool = Object.freeze({
  name: retrieveToolName,
  description:
    'Reads text that a marker <<ccr:HASH ...>> stands for. Call it only for what you need and cannot see. Give a query for the matching passages, or lines or path for a part; ' +
    'the hash alone gives all, paged by cursor.',
  parameters: Object.freeze({
    type: 'object',
    properties: Object.freeze({
      hash: Object.freeze({ type: 'string' }),
      query: Object.freeze({ type: 'string', description: 'question or words to find' }),
      lines: Object.freeze({ type: 'string', description: 'such as 120-164' }),
      path: Object.freeze({ type: 'string', description: 'JSON path, such as $.items[3]' }),
      cursor: Object.freeze({ type: 'string' }),
    }),
    required: Object.freeze(['hash']) as readonly ['hash'],
  }),
});

/** Tokens of the tool's name, description and schema as compact JSON by o200k_base: what offering it costs on every request. A test holds the figure. */
export const retrieveToolTokens = 141;

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
