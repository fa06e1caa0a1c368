import type { Attributes } from './attributes.ts';
import type { Fact } from './page.ts';
import { structuredFacts } from './structured-facts.ts';

/** Collects what a page says about itself in its head, in properties and in structured data. */
export interface FactReader {
  readonly wantsTitle: boolean;
  title(text: string, at: number): void;
  meta(attributes: Attributes, at: number): void;
  link(attributes: Attributes, at: number): void;
  time(attributes: Attributes, at: number): void;
  property(name: string, value: string, at: number): void;
  /** Between these, `structured` receives JSON-LD; outside of them it ignores what it gets. */
  beginStructured(at: number): void;
  structured(text: string): void;
  endStructured(): void;
  finish(): readonly Fact[];
}

/** What pages call the things that every reader wants, by the name that is shown; the first that a page has is taken. */
const leading: readonly (readonly [string, readonly string[]])[] = [
  ['title', ['title', 'og:title', 'twitter:title', 'dc.title', 'headline']],
  [
    'author',
    [
      'author',
      'article:author',
      'dc.creator',
      'parsely-author',
      'sailthru.author',
      'byl',
      'byline',
      'author.name',
      'creator.name',
      'dcterms.creator',
      'citation_author',
    ],
  ],
  [
    'date',
    [
      'article:published_time',
      'date',
      'dc.date',
      'dc.date.issued',
      'datepublished',
      'parsely-pub-date',
      'pubdate',
      'publish-date',
      'sailthru.date',
      'dcterms.date',
      'displaydate',
      'og:pubdate',
      'citation_date',
      'ptime',
      'time',
      'datecreated',
    ],
  ],
  ['modified', ['article:modified_time', 'datemodified', 'lastmod', 'og:updated_time', 'last-modified', 'revised']],
  ['description', ['description', 'og:description', 'twitter:description', 'dc.description', 'abstract']],
  ['site', ['og:site_name', 'application-name', 'publisher.name', 'publisher']],
  ['url', ['canonical', 'og:url', 'url']],
];

/** What says how a page is to be drawn, indexed or linked to accounts, not what it says. */
const technical =
  /viewport|charset|robots|googlebot|bingbot|generator|theme-color|color-scheme|verification|http-equiv|format-detection|apple-|msapplication|msvalidate|referrer|csrf|token|fb:|al:|twitter:(?:card|site|app|creator:id|image|account)|og:(?:type|locale|image:|video:)|^og:image$|handheld|mobile|mssmarttag|rating$|distribution|next-head-count|origin-trial|width|height|template|layout|skype_toolbar|page-id|pageid/;
const longestValue = 2000;
const mostFacts = 400;

/** Makes a reader that remembers nothing yet. */
export function createFactReader(): FactReader {
  const found: Fact[] = [];
  let title: string | undefined;
  let structured: string[] | undefined;
  let structuredStart = 0;

  const add = (name: string, value: string | undefined, start: number): void => {
    const text = (value ?? '').slice(0, longestValue).replace(/\s+/g, ' ').trim();
    if (text === '' || text.startsWith('{') || found.length >= mostFacts) return;
    found.push({ label: name, value: text, start });
  };
  return {
    get wantsTitle() {
      return title === undefined;
    },
    title(text, at) {
      title = text;
      add('title', text, at);
    },
    meta(attributes, at) {
      const name = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase();
      if (name !== '' && name.length < 60 && !technical.test(name)) add(name, attributes.content, at);
    },
    link({ rel, href }, at) {
      if (rel?.toLowerCase() === 'canonical') add('canonical', href, at);
    },
    time({ datetime }, at) {
      if (datetime !== undefined) add('time', datetime, at);
    },
    property(name, value, at) {
      add(name.slice(0, 60).toLowerCase(), value, at);
    },
    beginStructured(at) {
      structured = [];
      structuredStart = at;
    },
    structured(text) {
      structured?.push(text);
    },
    endStructured() {
      if (structured === undefined) return;
      for (const { label, value } of structuredFacts(structured.join(''))) add(label.toLowerCase(), value, structuredStart);
      structured = undefined;
    },
    finish: () => ordered(found),
  };
}

/** The things that every reader wants first, then all others; a value that stands already is not said again. */
function ordered(found: readonly Fact[]): readonly Fact[] {
  const first: Fact[] = [];
  const said: string[] = [];
  const isSaid = (value: string): boolean => said.some((other) => other.includes(value));
  for (const [label, names] of leading) {
    const fact = names.map((name) => found.find((one) => one.label === name)).find((one) => one !== undefined && !isSaid(one.value));
    if (fact === undefined) continue;
    first.push({ ...fact, label });
    said.push(fact.value);
  }
  const others: Fact[] = [];
  for (const fact of found) {
    if (isSaid(fact.value)) continue;
    if (said.length < mostFacts) said.push(fact.value);
    others.push(fact);
  }
  return [...first, ...others];
}
