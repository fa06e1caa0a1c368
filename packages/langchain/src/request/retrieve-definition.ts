import { retrieveTool } from '@headroom/core';
import { tool, type DynamicStructuredTool } from '@langchain/core/tools';

/** The retrieve tool as an object of LangChain, with what runs it. A copy of the schema each time: provider packages write to the schemas that they are given. */
export function createRetrieveTool(run: (input: unknown, runtime: unknown) => Promise<string>): DynamicStructuredTool {
  return tool((input: unknown, runtime: unknown) => run(input, runtime), {
    name: retrieveTool.name,
    description: retrieveTool.description,
    schema: structuredClone(retrieveTool.parameters) as object as Record<string, unknown>,
  }) as unknown as DynamicStructuredTool;
}

/**
 * The retrieve tool for requests whose tools are all strict: there OpenAI takes only schemas that forbid other fields and require every one, where a field that may be left out
 * may be null.
 *
 * @see https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
export function createStrictDefinition(): object {
  const properties = Object.entries(retrieveTool.parameters.properties).map(([name, property]) =>
    name === 'hash' ? [name, { ...property }] : [name, { ...property, type: [property.type, 'null'] }],
  );
  const parameters = {
    type: 'object',
    properties: Object.fromEntries(properties) as object,
    required: Object.keys(retrieveTool.parameters.properties),
    additionalProperties: false,
  };
  return { type: 'function', function: { name: retrieveTool.name, description: retrieveTool.description, parameters, strict: true } };
}
