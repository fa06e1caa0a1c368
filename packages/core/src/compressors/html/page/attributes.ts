/** The attributes that reading looks at; all others are passed over. */
export const readAttributes = [
  'class',
  'id',
  'role',
  'href',
  'src',
  'alt',
  'title',
  'datetime',
  'content',
  'name',
  'property',
  'itemprop',
  'type',
  'value',
  'placeholder',
  'action',
  'method',
  'hidden',
  'aria-hidden',
  'aria-label',
  'style',
  'rel',
  'required',
  'checked',
  'selected',
  'disabled',
  'label',
] as const;

/** An attribute that reading looks at. */
export type AttributeName = (typeof readAttributes)[number];

/** Attributes of one element, entities decoded. */
export type Attributes = Partial<Record<AttributeName, string>>;

const names: ReadonlySet<string> = new Set(readAttributes);
const longestName = Math.max(...readAttributes.map((name) => name.length));
/** 1 for the first letters of these names, of either case by their low bits: most attributes begin with others, and are never cut out. */
const firstLetters = new Uint8Array(1 << 5);
for (const name of readAttributes) firstLetters[name.charCodeAt(0) & 31] = 1;

/** The name of an attribute, `source[start..end)`, as reading knows it; undefined where it is not looked at. */
export function attributeName(source: string, start: number, end: number): AttributeName | undefined {
  if (end - start > longestName || firstLetters[source.charCodeAt(start) & 31] === 0) return undefined;
  const spelled = source.slice(start, end);
  if (names.has(spelled)) return spelled as AttributeName;
  const lower = spelled.toLowerCase();
  return names.has(lower) ? (lower as AttributeName) : undefined;
}
