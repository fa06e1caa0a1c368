import type { Page } from './page.ts';
import { createPageBuilder } from './page-builder.ts';
import { readTags } from './read-tags.ts';

/**
 * Reads HTML of any quality into blocks, in one pass.
 *
 * No tree of elements is built: parsers that do search the whole stack of open elements at each tag (100,000 unclosed elements take seconds).
 */
export function readPage(source: string): Page {
  const builder = createPageBuilder();
  readTags(source, builder);
  return builder.finish();
}
