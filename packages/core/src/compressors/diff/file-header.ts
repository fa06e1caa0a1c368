/** Tells the path of a file from the lines of its header, and what happened to it as a whole. */
export function describeFile(lines: readonly string[]): { readonly path: string; readonly note: string | undefined } {
  const after = (start: string): string | undefined => lines.find((line) => line.startsWith(start))?.slice(start.length);
  const isContext = after('*** ') !== undefined;
  const before = nameOf(after(isContext ? '*** ' : '--- '));
  const now = nameOf(after(isContext ? '--- ' : '+++ '));
  const renamedTo = after('rename to ') ?? after('copy to ');
  const path = renamedTo ?? now ?? before ?? namedByHeader(lines[0] ?? '');
  return { path, note: noteOf(lines, after) };
}

function noteOf(lines: readonly string[], after: (start: string) => string | undefined): string | undefined {
  const notes: string[] = [];
  const renamed = after('rename from ');
  const copied = after('copy from ');
  if (renamed !== undefined) notes.push(`renamed from ${renamed}`);
  if (copied !== undefined) notes.push(`copied from ${copied}`);
  if (lines.some((line) => line.startsWith('new file mode ')) || /^\/dev\/null\b/.test(after('--- ') ?? '')) notes.push('new');
  if (lines.some((line) => line.startsWith('deleted file mode ')) || /^\/dev\/null\b/.test(after('+++ ') ?? '')) notes.push('deleted');
  if (lines.some((line) => line.startsWith('Binary files ') || line.startsWith('GIT binary patch'))) notes.push('binary');
  if (after('old mode ') !== undefined) notes.push(`mode ${after('old mode ')!} to ${after('new mode ') ?? '?'}`);
  return notes.length === 0 ? undefined : notes.join(', ');
}

/** The name on a `---` or `+++` line, without the `a/` or `b/` that git puts before it and the time that others put behind it. */
function nameOf(value: string | undefined): string | undefined {
  const name = value
    ?.split('\t', 1)[0]!
    .replace(/^"?[abciow]\//, '')
    .replace(/"$/, '');
  return name === undefined || name === '/dev/null' || name === '' ? undefined : name;
}

function namedByHeader(line: string): string {
  const index = /^Index: (.+)$/.exec(line)?.[1];
  if (index !== undefined) return index;
  const both = line.replace(/^diff --(?:git|cc|combined) /, '');
  const second = both.lastIndexOf(' b/');
  return second < 0 ? both : both.slice(second + 3);
}
