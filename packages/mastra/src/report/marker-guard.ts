import { isRetrieveToolName, leakedHandles, leakRefusal, type Handle, type LeakPolicy, type MarkerLeakedEvent } from '@headroom/core';

/** Looks at the calls of one run. */
export interface Guard {
  readonly policy: LeakPolicy;
  /** The handles in the latest prompt. Only these count: any other marker is somebody else's text (I12). */
  readonly handles: () => readonly Handle[];
  readonly onLeak: (event: MarkerLeakedEvent) => void;
}

// Two processors in one chain guard a tool once.
const guarded = new WeakSet<object>();

type Execute = (input: unknown, call?: { readonly toolCallId?: unknown }) => unknown;

/**
 * The tools with a guard before each that Mastra runs and that is a plain object, as it is once Mastra has converted it; all others, and all else about a tool, stay.
 *
 * A refusal is an ordinary failed call: it extends the prompt, where aborting the step would put words into the system prompt and break what stands behind it (I3).
 */
export function guardTools(tools: Readonly<Record<string, unknown>>, guard: Guard): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(tools).map(([name, tool]) => [
      name,
      isRunnable(tool) && !isRetrieveToolName(name) ? guardTool(name, tool, guard) : tool,
    ]),
  );
}

function guardTool(
  toolName: string,
  tool: { readonly execute: Execute },
  { policy, handles, onLeak }: Guard,
): { readonly execute: Execute } {
  const execute: Execute = (input, call, ...others: unknown[]) => {
    const leaked = leakedHandles(input, handles());
    if (leaked.length > 0) {
      onLeak({ type: 'marker-leaked', toolName, toolCallId: String(call?.toolCallId ?? ''), handles: leaked });
      if (policy === 'refuse') return Promise.reject(new Error(leakRefusal(leaked)));
    }
    return Reflect.apply(tool.execute, tool, [input, call, ...others]);
  };
  const copy = { ...tool, execute };
  guarded.add(copy);
  return copy;
}

function isRunnable(tool: unknown): tool is { readonly execute: Execute } {
  if (typeof tool !== 'object' || tool === null || guarded.has(tool) || Object.getPrototypeOf(tool) !== Object.prototype) return false;
  return 'execute' in tool && typeof tool.execute === 'function';
}
