import type { ProviderData } from '@headroom/core';
import type { JsonObject } from '../specification/json.ts';

/*
 * Where an answer must be JSON, all text parts of a step are read as one document. What a model says before it looks something up ("Let me check.") would spoil
 * it, so it is shown as reasoning, with this tag, and becomes text again in the next prompt.
 */

/** Metadata with the tag. */
export function tagProse(metadata: ProviderData | undefined): ProviderData {
  return { ...metadata, headroom: { ...metadata?.['headroom'], text: true } };
}

/** Whether a reasoning part of a history was text. */
export function isTaggedProse(options: ProviderData | undefined): boolean {
  return options?.['headroom']?.['text'] === true;
}

/** Provider options without those of this package; undefined where nothing else is left. */
export function withoutTag(options: ProviderData): ProviderData | undefined {
  const { headroom: _tag, ...others } = options as ProviderData & { headroom?: JsonObject };
  return Object.keys(others).length === 0 ? undefined : others;
}
