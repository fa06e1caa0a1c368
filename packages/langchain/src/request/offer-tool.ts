import { retrieveTool } from '@headroom/core';
import type { InnerModel, ModelOptions } from './inner-model.ts';
import { createRetrieveTool, createStrictDefinition } from './retrieve-definition.ts';
import { toolNames } from './tool-names.ts';

/** Adds the retrieve tool to a request's tools, last, in the form of the provider's package; undefined where that cannot be had. */
export type OfferTool = (inner: InnerModel, options: ModelOptions) => readonly unknown[] | undefined;

const none: readonly unknown[] = Object.freeze([]);

/**
 * Makes an `OfferTool`. The provider's own `bindTools` does the formatting, of the caller's tools too: some providers put all tools into one object. What it gave is
 * remembered by the caller's list, which stays the same from call to call.
 */
export function createOfferTool(): OfferTool {
  const known = new WeakMap<InnerModel, WeakMap<readonly unknown[], Map<boolean, readonly unknown[] | undefined>>>();
  return (inner, options) => {
    const tools = Array.isArray(options['tools']) ? (options['tools'] as readonly unknown[]) : none;
    const byTools = known.get(inner) ?? new WeakMap<readonly unknown[], Map<boolean, readonly unknown[] | undefined>>();
    known.set(inner, byTools);
    const byStrictness = byTools.get(tools) ?? new Map<boolean, readonly unknown[] | undefined>();
    byTools.set(tools, byStrictness);
    const strict = isStrict(inner, options);
    if (!byStrictness.has(strict)) byStrictness.set(strict, format(inner, tools, strict));
    return byStrictness.get(strict);
  };
}

function format(inner: InnerModel, tools: readonly unknown[], strict: boolean): readonly unknown[] | undefined {
  try {
    const ours = strict ? createStrictDefinition() : createRetrieveTool(() => Promise.resolve(''));
    const formatted = boundTools(inner.bindTools?.([...tools, ours]));
    return toolNames(formatted).includes(retrieveTool.name) ? formatted : undefined;
  } catch {
    // A model that takes no tools, or not these: then nothing is left out of its prompts (I2).
    return undefined;
  }
}

// A model with defaults of its own (OpenAI), or a binding around the model (all others).
function boundTools(bound: unknown): readonly unknown[] | undefined {
  const { defaultOptions, kwargs, config } = (bound ?? {}) as Readonly<Record<string, { readonly tools?: unknown } | undefined>>;
  return [defaultOptions?.tools, kwargs?.tools, config?.tools].find((tools) => Array.isArray(tools));
}

// OpenAI's chat completions make all tools of a request strict that asks for a JSON schema; other providers say themselves which are, and strict ones cost them time.
function isStrict(inner: InnerModel, options: ModelOptions): boolean {
  const strict = options['strict'] ?? inner.supportsStrictToolCalling;
  if (typeof strict === 'boolean') return strict;
  return inner._llmType() === 'openai' && (options['response_format'] as { readonly type?: unknown } | undefined)?.type === 'json_schema';
}
