const words = /(?:^|[\s"'(*_[])[A-Za-z\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF\u0600-\u06FF][a-z'’\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF\u0600-\u06FF-]*(?=[\s,.;:!?"')*_\]]|$)/g;
const wideScript = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\u0E00-\u0E7F]/g;
const heading = /^#{1,6} \S|^(?:=|-|~|\^){4,}$|^\.\. \S/;
const bullet = /^\s*(?:[-*+•]|\d{1,3}[.)]) \S/;

/** Share of lines that are natural language, or Markdown around it. */
export function proseShare(lines: readonly string[]): number {
  if (lines.length === 0) return 0;
  let characters = 0;
  let natural = 0;
  for (const line of lines) {
    characters += line.length + 1;
    if (isProseLine(line)) natural += line.length + 1;
  }
  return natural / characters;
}

/** Whether the text is Markdown or reStructuredText by its headings. */
export function hasHeadings(lines: readonly string[]): boolean {
  return lines.some((line) => /^#{1,6} [\p{L}\d[`*"]/u.test(line) || /^\.\. [\w-]+::/.test(line));
}

function isProseLine(line: string): boolean {
  if (heading.test(line)) return true;
  const wide = line.match(wideScript)?.length ?? 0;
  if (wide >= 4 && wide >= line.length * 0.2) return true;
  const found = line.match(words)?.length ?? 0;
  const all = line.trim().split(/\s+/).length;
  if (bullet.test(line) && found >= 2 && found >= all * 0.4) return true;
  return found >= 4 && found >= all * 0.6;
}
