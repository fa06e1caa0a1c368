/** What a text must not lose, found by patterns that share nothing with the rules that keep it. */
const criticalPatterns: Readonly<Record<string, RegExp>> = {
  negations: /\b(?:no|not|never|none|nor|neither|without|cannot|nothing|nobody|nowhere|hardly|[a-z]+n['’]t)\b/gi,
  modals: /\b(?:can|could|may|might|must|shall|should|will|would)\b/gi,
  conditions: /\b(?:if|unless|except|until|otherwise)\b/gi,
  numbers: /\d[\d.,:]*\d|\d/g,
  'number words': /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|million|billion|percent)\b/gi,
  identifiers:
    /\b[0-9a-f]{7,}\b|\b[A-Z][A-Z0-9]+\b|\b\w+(?:\.\w+)+\b|(?<!\w)\/[\w.-]+(?:\/[\w.-]+)*|(?<!\w)--?[a-z][\w-]*|\b[a-z]+[A-Z]\w*|\b[A-Z][a-z]+[A-Z]\w*|\b\w+_\w+\b|\w+\(\)/g,
  'names inside sentences': /(?<=[a-z,] )[A-Z][a-z]+\b/g,
  addresses: /https?:\/\/[^\s)>\]]+|[\w.]+@[\w.]+\.\w+/g,
  'code spans': /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g,
  'quoted text': /"[^"]*"|“[^”]+”/g,
  brackets: /[()[\]{}]/g,
};

/** What a paragraph lost of one sort. */
export interface Violation {
  readonly sort: string;
  readonly lost: string;
  readonly paragraph: string;
}

/** Compares a text with what is shown of it, paragraph by paragraph (lines stand where they stood): every critical word must stand there again, in its order. */
export function findViolations(
  original: string,
  shown: string,
): { readonly checked: ReadonlyMap<string, number>; readonly violations: readonly Violation[] } {
  const checked = new Map<string, number>();
  const violations: Violation[] = [];
  for (const { paragraph, seen } of paragraphsOf(original, shown)) {
    for (const [sort, pattern] of Object.entries(criticalPatterns)) {
      const found = paragraph.match(pattern) ?? [];
      checked.set(sort, (checked.get(sort) ?? 0) + found.length);
      let at = 0;
      for (const lost of found) {
        const place = seen.indexOf(lost, at);
        if (place < 0) violations.push({ sort, lost, paragraph });
        else at = place + lost.length;
      }
    }
  }
  return { checked, violations };
}

function paragraphsOf(original: string, shown: string): readonly { readonly paragraph: string; readonly seen: string }[] {
  const [lines, seenLines] = [original.split('\n'), shown.split('\n')];
  const paragraphs: { paragraph: string; seen: string }[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from + 1;
    while (to < lines.length && (lines[to] ?? '').trim() !== '') to += 1;
    paragraphs.push({ paragraph: lines.slice(from, to).join('\n'), seen: seenLines.slice(from, to).join('\n') });
    from = to;
  }
  return paragraphs;
}
