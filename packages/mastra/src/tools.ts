import { answerRetrieval, retrieveInputSchema, retrieveTool } from '@headroom/core';
import { createTool } from '@mastra/core/tools';
import { resolveOptions, type HeadroomMastraOptions } from './options.ts';
import { requestScope } from './request/request-scope.ts';

/** Options of `headroomTools`: share the engine of the processor through `headroom`, or its `store`. */
export type HeadroomToolsOptions = HeadroomMastraOptions;

/** The retrieve tool as a tool set. */
export type RetrieveToolSet = { headroom_retrieve: ReturnType<typeof createRetrieveTool> };

/**
 * Makes the retrieve tool for an agent's own tools, an MCP server or a workflow. It answers with the text itself, which then stands in the history.
 *
 * An agent with `headroomProcessor()` does not need it: the processor adds its own tool to every step, in the place of this one where the agent has both.
 *
 * @throws HeadroomError `invalid-option`
 * @example
 * const server = new MCPServer({ name: 'originals', version: '1.0.0', tools: headroomTools({ store }) });
 */
export function headroomTools(options: HeadroomToolsOptions = {}): RetrieveToolSet {
  return { headroom_retrieve: createRetrieveTool(options) };
}

function createRetrieveTool(options: HeadroomToolsOptions) {
  const { engine, scope } = resolveOptions(options);
  return createTool({
    id: retrieveTool.name,
    description: retrieveTool.description,
    inputSchema: retrieveInputSchema,
    execute: async (input, context) => (await answerRetrieval(engine, input, requestScope(context.requestContext) ?? scope)).text,
  });
}
