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

/** The name of an attribute as reading knows it, or undefined where it is not looked at. */
export function attributeName(spelled: string): AttributeName | undefined {
  if (names.has(spelled)) return spelled as AttributeName;
  if (spelled.length > 12) return undefined;
  const lower = spelled.toLowerCase();
  return names.has(lower) ? (lower as AttributeName) : undefined;
}
