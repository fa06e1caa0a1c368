import type { ContentKind } from '../../types/content-kind.ts';

/** A text of a known kind, named by what it is. */
export type LabelledText = readonly [name: string, kind: ContentKind, text: string];

/** Lines that differ in their number. */
export const repeated = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
