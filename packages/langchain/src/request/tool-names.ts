/** The names of tools in whatever form a provider's package gave them: LangChain's, OpenAI's, Anthropic's, Google's, Bedrock's. */
export function toolNames(tools: unknown): readonly string[] {
  if (!Array.isArray(tools)) return [];
  return tools.flatMap((tool: unknown) => {
    if (typeof tool !== 'object' || tool === null) return [];
    const { name, function: body, toolSpec, functionDeclarations } = tool as Readonly<Record<string, unknown>>;
    return [name, fieldName(body), fieldName(toolSpec), ...toolNames(functionDeclarations)].filter((found) => typeof found === 'string');
  });
}

function fieldName(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
}
