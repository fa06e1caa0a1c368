import type { Block, Page, Region } from '../page/page.ts';
import { isByline } from './byline.ts';

/** What a block is for the page that it stands on. */
export type Standing = 'main' | 'beside' | 'boilerplate';

/** Text by region, all that lies below it included. */
interface RegionText {
  /** Characters, those in links, and how many links. */
  readonly characters: Float64Array;
  readonly linked: Float64Array;
  readonly links: Float64Array;
}

/** A region that holds more than this of a page's plain text is no boilerplate, whatever it is called. */
const dominantShare = 0.4;
/** Lists of links: nearly all of their text is linked. */
const linkedShare = 0.62;
const fewestLinks = 3;
const mostPlainInMenu = 400;
/** A list of links that is most of a page (an index, a directory) is what the page is for, with all lists in it. */
const indexShare = 0.6;
/** The region of the main content: the innermost that holds this share of what the region around it holds. */
const mainShare = 0.72;
/** Regions that are parts of running text or of a table, never a page's main content by themselves. */
const parts = new Set(['ul', 'ol', 'dl', 'li', 'dd', 'blockquote', 'figure', 'menu', 'hgroup', 'th', 'address', 'fieldset', 'details']);
const leastMain = 140;
const leastMainShare = 0.12;
/** Shorter pieces of text are labels as a rule. */
const shortestSentence = 25;
const shortestParagraph = 80;

/**
 * Tells a page's main content from what stands around it, by how text and links are spread over its regions and by what these are called
 * (text density and link density: Kohlschütter et al., Boilerplate Detection using Shallow Text Features, 2010). Linear in blocks and regions.
 */
export function judgeBlocks({ regions }: Page, blocks: readonly Block[]): readonly Standing[] {
  const text = measureRegions(regions, blocks);
  const isBoilerplate = findBoilerplate(regions, text);
  const mass = new Float64Array(regions.length);
  for (const block of blocks) if (!isBoilerplate[block.region]!) mass[block.region]! += worth(block);
  sumUp(regions, mass);
  const main = mainRegion(regions, mass);
  const isMain = below(regions, main);
  const isNear = below(regions, Math.max(0, regions[main]!.parent));
  const standing = blocks.map((block): Standing => {
    if (isBoilerplate[block.region]!) return 'boilerplate';
    return isMain[block.region]! || (isNear[block.region]! && main > 0 && isRunningText(block)) ? 'main' : 'beside';
  });
  const judged = enough(blocks, standing) ? standing : standing.map((one): Standing => (one === 'beside' ? 'main' : one));
  // A page that is nothing but links is read for its links.
  return judged.includes('main') ? judged : judged.map(() => 'main');
}

function measureRegions(regions: readonly Region[], blocks: readonly Block[]): RegionText {
  const text: RegionText = {
    characters: new Float64Array(regions.length),
    linked: new Float64Array(regions.length),
    links: new Float64Array(regions.length),
  };
  for (const block of blocks) {
    if (block.kind === 'image' || block.kind === 'field' || block.kind === 'metadata') continue;
    text.characters[block.region]! += block.text.length;
    text.linked[block.region]! += linkedCharacters(block);
    text.links[block.region]! += block.links.length;
  }
  sumUp(regions, text.characters);
  sumUp(regions, text.linked);
  sumUp(regions, text.links);
  return text;
}

/** Adds to each region what those below it have: inner regions have higher numbers. */
function sumUp(regions: readonly Region[], values: Float64Array): void {
  for (let region = regions.length - 1; region > 0; region -= 1) values[regions[region]!.parent]! += values[region]!;
}

function linkedCharacters({ links }: Block): number {
  return links.reduce((sum, { start, end }) => sum + end - start, 0);
}

function findBoilerplate(regions: readonly Region[], { characters, linked, links }: RegionText): Uint8Array {
  const isBoilerplate = new Uint8Array(regions.length);
  const isInContent = new Uint8Array(regions.length);
  const isInIndex = new Uint8Array(regions.length);
  const plainOfPage = characters[0]! - linked[0]!;
  for (let region = 1; region < regions.length; region += 1) {
    const { parent, name, nature } = regions[region]!;
    isInContent[region] = nature === 'content' ? 1 : isInContent[parent]!;
    if (isBoilerplate[parent] === 1) {
      isBoilerplate[region] = 1;
      continue;
    }
    const plain = characters[region]! - linked[region]!;
    const isDominant = plain > dominantShare * plainOfPage && plain > leastMain;
    const isMenu =
      links[region]! >= fewestLinks &&
      linked[region]! > linkedShare * characters[region]! &&
      plain < mostPlainInMenu &&
      name !== 'td' &&
      name !== 'li';
    const isIndex = isInIndex[parent] === 1 || (isMenu && characters[region]! > indexShare * characters[0]!);
    if (isIndex) isInIndex[region] = 1;
    // The footer of an article names its author and date.
    const isNamed = nature === 'boilerplate' && !(name === 'footer' && isInContent[parent] === 1);
    if ((isNamed || (isMenu && !isIndex)) && !isDominant) isBoilerplate[region] = 1;
  }
  return isBoilerplate;
}

/** How much a block speaks for its region being the main content. */
function worth(block: Block): number {
  const plain = block.text.length - linkedCharacters(block);
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
    case 'detail':
      return plain >= shortestSentence ? plain : 0;
    case 'code':
      return plain;
    case 'item':
    case 'row':
      return plain * 0.7;
    default:
      return 0;
  }
}

/** Paragraphs right beside the main region belong to it: a teaser above, a note below, a byline. */
function isRunningText(block: Block): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'quote') return false;
  if (block.text.length < shortestParagraph) return isByline(block.text);
  return linkedCharacters(block) < block.text.length / 4;
}

function mainRegion(regions: readonly Region[], mass: Float64Array): number {
  const heaviest = new Int32Array(regions.length).fill(-1);
  for (let region = 1; region < regions.length; region += 1) {
    const { parent, name, nature } = regions[region]!;
    if (parts.has(name) || (name === 'section' && nature !== 'content')) continue;
    const best = heaviest[parent]!;
    if (best < 0 || mass[region]! > mass[best]!) heaviest[parent] = region;
  }
  let main = 0;
  for (let next = heaviest[0]!; next >= 0 && mass[next]! >= mainShare * mass[main]! && mass[next]! > 0; next = heaviest[main]!) main = next;
  return main;
}

function below(regions: readonly Region[], top: number): Uint8Array {
  const isBelow = new Uint8Array(regions.length);
  isBelow[top] = 1;
  for (let region = top + 1; region < regions.length; region += 1) isBelow[region] = isBelow[regions[region]!.parent]!;
  return isBelow;
}

/** Pages without running text (lists of links, forms, dashboards) have no main region: all that is no boilerplate is content there. */
function enough(blocks: readonly Block[], standing: readonly Standing[]): boolean {
  let main = 0;
  let all = 0;
  blocks.forEach(({ text }, index) => {
    if (standing[index] !== 'boilerplate') all += text.length;
    if (standing[index] === 'main') main += text.length;
  });
  return main >= leastMain && main >= leastMainShare * all;
}
