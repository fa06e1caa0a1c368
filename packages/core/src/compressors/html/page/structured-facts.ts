/** A value of structured data under its path. */
export interface StructuredFact {
  readonly label: string;
  readonly value: string;
}

const longestRead = 200_000;
const mostFacts = 150;
const deepest = 5;
/** Keys that say how the data is written. */
const grammar = new Set(['@context', '@type', '@id', '@graph', 'itemListElement']);

/**
 * The texts and numbers in JSON-LD by the last two keys above them; nothing where it is no JSON.
 *
 * @example structuredFacts('{"@type":"Book","author":{"name":"Ada"}}') // [{ label: 'author.name', value: 'Ada' }]
 */
export function structuredFacts(text: string): readonly StructuredFact[] {
  if (text.length > longestRead) return [];
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return [];
  }
  const facts: StructuredFact[] = [];
  visit(data, '', 0, facts);
  return facts;
}

function visit(value: unknown, label: string, depth: number, facts: StructuredFact[]): void {
  if (facts.length >= mostFacts || depth > deepest) return;
  if (typeof value === 'string' || typeof value === 'number') {
    if (label !== '' && !isAddress(value)) facts.push({ label, value: String(value) });
  } else if (Array.isArray(value)) {
    for (const item of value) visit(item, label, depth + 1, facts);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith('@') && !Array.isArray(inner)) continue;
      const below =
        grammar.has(key) || label === '' ? (grammar.has(key) ? label : key) : `${label.slice(label.lastIndexOf('.') + 1)}.${key}`;
      visit(inner, below, depth + 1, facts);
    }
  }
}

/** Addresses of vocabularies and pictures say nothing to a reader. */
function isAddress(value: string | number): boolean {
  return typeof value === 'string' && /^https?:\/\/(?:schema\.org|[^\s]+\.(?:png|jpe?g|gif|svg|webp))/i.test(value);
}
