/** What the `@@` line of a hunk promises. */
export interface HunkRange {
  /** Files before the change: one, or several in a combined diff. */
  readonly parents: number;
  readonly oldLines: number;
  readonly newLines: number;
}

const plain = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@/;
const combined = /^(@{3,9})((?: -\d{1,9}(?:,\d{1,9})?){2,8}) \+\d{1,9}(?:,(\d{1,9}))? @{3,9}/;

/** Reads a hunk's `@@` line; undefined where it is none. */
export function readHunkRange(head: string): HunkRange | undefined {
  if (!head.startsWith('@@')) return undefined;
  const one = plain.exec(head);
  if (one !== null) return { parents: 1, oldLines: Number(one[1] ?? 1), newLines: Number(one[2] ?? 1) };
  const several = combined.exec(head);
  if (several === null) return undefined;
  return { parents: several[1]!.length - 1, oldLines: 0, newLines: Number(several[3] ?? 1) };
}
