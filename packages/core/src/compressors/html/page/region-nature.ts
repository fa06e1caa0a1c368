import type { Attributes } from './attributes.ts';
import type { RegionNature } from './page.ts';

const boilerplateRoles = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist tooltip presentation-menu'.split(' '),
);
const contentRoles = new Set(['main', 'article', 'document', 'feed']);
const boilerplateElements = new Set(['nav', 'aside', 'footer', 'dialog', 'menu', 'noscript', 'search']);
const contentElements = new Set(['article', 'main']);

/** Words of classes and ids that name what stands around a page's content. */
const boilerplateWords = new Set(
  (
    'ad ads adv advert adverts advertisement advertising adsense banner breadcrumb breadcrumbs byline-social colophon combx comment-form community cookie cookies consent cta disqus ' +
    'dropdown extra footer foot footnav gdpr header-nav hidden legal login lightbox masthead menu menus modal more-from nav navbar navigation navi newsletter offcanvas outbrain ' +
    'overlay pager pagination paywall popular popup promo promos promoted promotion recirc recommend recommended recommendations related rss rightrail search searchbox share ' +
    'sharing shoutbox sidebar side signin signup sitemap skip skyscraper social sponsor sponsored subscribe subscription subnav taboola tags teaser toolbar topbar trending ' +
    'tooltip tweet upsell widget widgets cloud remark replies respond comment comments print email'
  ).split(' '),
);
/** Words of classes and ids that name a page's content. */
const contentWords = new Set(
  'article articlebody articlecontent body content entry hentry h-entry main markdown mainbody post postbody posttext prose story storybody text blog column answer question readme wiki'.split(
    ' ',
  ),
);
const longestRead = 300;
const mostKnown = 2048;

/** Judges elements by name, role, class and id. */
export interface NatureReader {
  read(element: string, attributes: Attributes): RegionNature;
}

/** Makes a reader, which remembers the classes that it met and their words: pages repeat them. */
export function createNatureReader(): NatureReader {
  const known = new Map<string, RegionNature>();
  const knownNames = new Map<string, RegionNature>();
  const ofNames = (names: string): RegionNature => {
    let nature: RegionNature = 'plain';
    for (const name of names.split(/\s+/)) {
      const one = remembered(knownNames, name, natureOfName);
      if (one === 'content') return one;
      if (one === 'boilerplate') nature = one;
    }
    return nature;
  };
  const ofClasses = (classes: string): RegionNature => remembered(known, classes, ofNames);
  return {
    read(element, attributes) {
      const { role, hidden, style, id } = attributes;
      if (hidden !== undefined || attributes['aria-hidden'] === 'true') return 'boilerplate';
      if (style !== undefined && /display\s{0,3}:\s{0,3}none/i.test(style.slice(0, longestRead))) return 'boilerplate';
      if (element === 'html' || element === 'body') return 'plain';
      if (role !== undefined && boilerplateRoles.has(role)) return 'boilerplate';
      if (boilerplateElements.has(element)) return 'boilerplate';
      if (contentElements.has(element) || (role !== undefined && contentRoles.has(role))) return 'content';
      const classes = (attributes.class ?? '').slice(0, longestRead);
      const byClasses = classes === '' ? 'plain' : ofClasses(classes);
      // The id of a section is made of its heading in most documentation, and a heading may be about menus.
      if (id === undefined || byClasses === 'content' || element === 'section' || /(?:^|\s)section(?:\s|$)/.test(classes)) return byClasses;
      const byId = ofNames(id.slice(0, longestRead));
      return byId === 'plain' ? byClasses : byId;
    },
  };
}

function remembered(known: Map<string, RegionNature>, words: string, read: (words: string) => RegionNature): RegionNature {
  let nature = known.get(words);
  if (nature === undefined) {
    nature = read(words);
    if (known.size < mostKnown) known.set(words, nature);
  }
  return nature;
}

/** Content wins where both are named (`post-sidebar-left`, `content-with-menu`), unless boilerplate is all that one word says. */
function natureOfName(name: string): RegionNature {
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const whole = name.toLowerCase();
  const isBoilerplate = parts.some((part) => boilerplateWords.has(part));
  if (!isBoilerplate && (contentWords.has(whole) || parts.some((part) => contentWords.has(part)))) return 'content';
  return isBoilerplate || boilerplateWords.has(whole) ? 'boilerplate' : 'plain';
}
