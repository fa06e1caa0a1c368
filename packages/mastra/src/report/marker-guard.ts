import { isRetrieveToolName, parseMarkers, type Handle } from '@headroom/core';

/** A call of one of the agent's tools carries a marker: what the tool writes or sends on would hold the marker, not the text it stands for. */
export interface MarkerLeakedEvent {
  readonly type: 'marker-leaked';
  readonly toolName: string;
  readonly toolCallId: string;
  readonly handles: readonly Handle[];
}

/** What happens to such a call: `warn` tells by event and lets it go, `refuse` sends the answer back to the model, so that it writes the call anew. */
export type LeakPolicy = 'warn' | 'refuse';

/** A tool call as Mastra shows it before the tool runs. */
export interface ProposedCall {
  readonly toolName: string;
  readonly toolCallId: string;
  readonly args: unknown;
}

/** Finds our markers in the arguments of calls. Only the handles that stand in the prompt count: any other marker is somebody else's text (I12). */
export function findLeaks(calls: readonly ProposedCall[], handles: readonly Handle[]): MarkerLeakedEvent[] {
  if (handles.length === 0) return [];
  const minted = new Set(handles);
  return calls.flatMap(({ toolName, toolCallId, args }) => {
    if (isRetrieveToolName(toolName)) return [];
    const found = parseMarkers(JSON.stringify(args) ?? '').map(({ handle }) => handle);
    const leaked = [...new Set(found)].filter((handle) => minted.has(handle));
    return leaked.length === 0 ? [] : [{ type: 'marker-leaked' as const, toolName, toolCallId, handles: leaked }];
  });
}

/** What the model reads when its call is refused. */
export function refusal({ toolName, handles }: MarkerLeakedEvent): string {
  return `The arguments of ${toolName} hold a marker of offloaded text (${handles.join(', ')}) in place of the text itself. Retrieve it and write the text out. The tool was not run.`;
}
