/** What reading does with an element. */
export interface ElementType {
  readonly name: string;
  /** `hidden` elements hold no text that a reader sees. */
  readonly display: 'block' | 'inline' | 'void' | 'hidden';
  /** Whether it is a region: what it holds is judged together. */
  readonly isRegion: boolean;
  /** Open elements that end where it begins, as their end tags may be left out. */
  readonly closes: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const paragraph = new Set(['p']);
const closes: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', new Set(['li', 'p'])],
  ['dt', new Set(['dt', 'dd', 'p'])],
  ['dd', new Set(['dt', 'dd', 'p'])],
  ['tr', new Set(['tr', 'td', 'th', 'p', 'caption', 'colgroup'])],
  ['td', new Set(['td', 'th', 'p'])],
  ['th', new Set(['td', 'th', 'p'])],
  ['thead', new Set(['caption', 'colgroup'])],
  ['tbody', new Set(['thead', 'tbody', 'tr', 'td', 'th', 'p', 'caption', 'colgroup'])],
  ['tfoot', new Set(['thead', 'tbody', 'tr', 'td', 'th', 'p'])],
  ['option', new Set(['option'])],
  ['optgroup', new Set(['option', 'optgroup'])],
  ['body', new Set(['head'])],
  ['a', new Set(['a'])],
  ['button', new Set(['button'])],
]);

const listed: readonly (readonly [ElementType['display'], boolean, string])[] = [
  [
    'block',
    true,
    'html body div section article main nav aside header footer form ul ol menu dl table td th li dd blockquote figure fieldset details dialog hgroup address center noscript search',
  ],
  [
    'block',
    false,
    'p h1 h2 h3 h4 h5 h6 pre dt tr thead tbody tfoot caption figcaption legend summary label option optgroup select textarea button head title listing xmp',
  ],
  ['void', false, 'br hr img input meta link base wbr area col embed source track param'],
  ['hidden', false, 'script style svg template iframe object canvas audio video noembed noframes datalist colgroup map'],
];

const known: ReadonlyMap<string, ElementType> = new Map(
  listed.flatMap(([display, isRegion, names]) =>
    names.split(' ').map((name) => {
      const opensBlock =
        display === 'block' && !['td', 'th', 'tr', 'option', 'optgroup', 'button', 'select', 'label', 'textarea', 'title'].includes(name);
      return [name, { name, display, isRegion, closes: closes.get(name) ?? (opensBlock ? paragraph : none) }] as const;
    }),
  ),
);

const inlineNames = 'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var';
const inline: ReadonlyMap<string, ElementType> = new Map(
  inlineNames.split(' ').map((name) => [name, { name, display: 'inline', isRegion: false, closes: closes.get(name) ?? none }]),
);

/** Elements of other names: custom ones (with a hyphen) are boxes as a rule, others run with the text. */
const custom: ElementType = { name: 'custom-element', display: 'block', isRegion: true, closes: none };
const unknown: ElementType = { name: 'unknown-element', display: 'inline', isRegion: false, closes: none };

/** The type of an element by its name in any case. */
export function elementType(name: string): ElementType {
  return known.get(name) ?? inline.get(name) ?? byLowerCase(name);
}

function byLowerCase(name: string): ElementType {
  if (name.length > 40) return unknown;
  const lower = name.toLowerCase();
  return known.get(lower) ?? inline.get(lower) ?? (lower.includes('-') ? custom : unknown);
}
