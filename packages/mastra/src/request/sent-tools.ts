import { retrieveTool } from '@headroom/core';

/** Markers went out in a request that did not offer the retrieve tool: something after the processor took it away. */
export interface ToolMissingEvent {
  readonly type: 'tool-missing';
  readonly message: string;
}

const message =
  'A request held markers and did not offer headroom_retrieve: a later processor or prepareStep replaced the tools or activeTools. Keep headroom_retrieve among them, or put the processor after it.';

/**
 * Looks at the step before: a processor is not told what a request finally offers, and providers report what they sent. Undefined where all is well, or where a provider does
 * not say which tools it sent.
 */
export function findMissingTool(steps: readonly unknown[]): ToolMissingEvent | undefined {
  const step = steps.at(-1) as { readonly request?: { readonly body?: unknown } } | undefined;
  const body = bodyOf(step?.request?.body);
  if (body === undefined) return undefined;
  const { tools } = body as { readonly tools?: unknown };
  return JSON.stringify(tools ?? []).includes(`"${retrieveTool.name}"`) ? undefined : { type: 'tool-missing', message };
}

function bodyOf(body: unknown): object | undefined {
  if (typeof body !== 'string') return typeof body === 'object' && body !== null ? body : undefined;
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
