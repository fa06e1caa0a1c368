import type { Detection } from './detection.ts';
import { isMarkup } from './prose-lines.ts';
import type { Sample } from './sample.ts';

const windowCharacters = 6_000;
const htmlNames = new Set(
  (
    'a abbr address article aside audio b base blockquote body br button canvas caption center cite code col colgroup dd details dialog div dl dt em ' +
    'fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label legend li link main mark meta nav ' +
    'noscript ol optgroup option p picture pre q s script section select small source span strike strong style sub summary sup table tbody td ' +
    'template textarea tfoot th thead time title tr tt u ul video wbr'
  ).split(' '),
);

/** HTML documents and fragments, and XML (which is configuration). */
export function markupShape(sample: Sample): Detection | undefined {
  const { text, start } = sample;
  const window = text.slice(start, start + windowCharacters);
  if (window[0] !== '<') return htmlAfterPreamble(window);
  if (window.startsWith('<?php') || isComponentFile(window)) return { kind: 'code', confidence: 0.95, evidence: 'a component or PHP file' };
  if (/^<!doctype\s+html|^<html[\s>]/i.test(window)) return { kind: 'html', confidence: 1, evidence: 'an HTML document' };
  if (/^<svg[\s>]/i.test(window)) return { kind: 'config', confidence: 1, evidence: 'an SVG picture' };
  const tags = countTags(window);
  if (/^<(?:\?xml|!DOCTYPE|!--)/i.test(window)) return prologue(window, tags);
  if (tags.characters < window.length * 0.08 || tags.all < 3) return undefined;
  // Markdown may begin with a centred picture.
  if (isMarkup(sample.lines)) return undefined;
  if (tags.html >= tags.all * 0.6) return { kind: 'html', confidence: 0.9, evidence: `${tags.html} HTML tags at the beginning` };
  if (tags.closing === 0) return undefined;
  return { kind: 'config', confidence: 0.9, evidence: 'an XML element' };
}

function prologue(window: string, tags: TagCount): Detection | undefined {
  if (/<!doctype\s+html|<html[\s>]/i.test(window.slice(0, 1_500))) return { kind: 'html', confidence: 1, evidence: 'an XHTML document' };
  if (/^<(?:\?xml|!DOCTYPE)/i.test(window)) return { kind: 'config', confidence: 1, evidence: 'an XML document' };
  if (tags.all < 3) return undefined;
  if (tags.html >= tags.all * 0.6) return { kind: 'html', confidence: 0.9, evidence: 'HTML after a comment' };
  return { kind: 'config', confidence: 0.9, evidence: 'XML after a comment' };
}

function htmlAfterPreamble(window: string): Detection | undefined {
  const at = /<!doctype\s+html|<html[\s>]/i.exec(window.slice(0, 2_500))?.index;
  const line = at === undefined ? '' : window.slice(window.lastIndexOf('\n', at) + 1, at);
  if (at !== undefined && line.trim() === '') {
    const tags = countTags(window.slice(at));
    if (tags.html >= 5 && tags.characters >= (window.length - at) * 0.1)
      return { kind: 'html', confidence: 0.9, evidence: 'an HTML document after a preamble' };
  }
  return undefined;
}

interface TagCount {
  readonly all: number;
  readonly html: number;
  readonly closing: number;
  readonly characters: number;
}

function countTags(window: string): TagCount {
  let all = 0;
  let html = 0;
  let closing = 0;
  let characters = 0;
  for (const match of window.matchAll(/<(\/?)([A-Za-z][\w:.-]{0,60})(?:[\s/][^<>]{0,1500})?>/g)) {
    all++;
    characters += match[0].length;
    if (match[1] === '/' || match[0].endsWith('/>')) closing++;
    if (htmlNames.has((match[2] ?? '').toLowerCase())) html++;
  }
  return { all, html, closing, characters };
}

/** Vue, Svelte and Astro components: markup around a program. */
function isComponentFile(window: string): boolean {
  if (/^<script\b[^>]{0,80}\b(?:setup|lang=|context=|module)\b/.test(window)) return true;
  return (
    /^<(?:template|script)>/.test(window) &&
    /\n<\/?(?:template|script|style)\b/.test(window) &&
    /\b(?:export default|v-if|v-for|import )/.test(window)
  );
}
