import { gunzipSync } from 'node:zlib';
import type { TextPackage } from './packages.ts';

/** The paragraphs of prose in a file. */
export function readParagraphs(bytes: Buffer, format: TextPackage['format']): readonly string[] {
  if (format === 'html') return fromHtml(bytes.toString('utf8')).filter(isProse);
  if (format === 'manual') return fromManual(gunzipSync(bytes).toString('utf8')).filter(isProse);
  return fromJson(JSON.parse(bytes.toString('utf8'))).filter(isProse);
}

const left = /<(script|style|pre|nav|head|header|footer|form|table class="(?:toc|docutils)")\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g;
const block = /<\/?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|td|tr|th|table|section|article|blockquote|body|html|br|hr|aside|figure)\b[^>]*>/g;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
};

function fromHtml(html: string): string[] {
  return html
    .replace(left, '\n\n')
    .replace(block, '\u0000')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/¶/g, '')
    .split('\u0000')
    .map(joinLines);
}

/** A manual page as pod2man writes it: macros stand on lines of their own. */
function fromManual(page: string): string[] {
  return page
    .replace(/^\.(?:PP|IP|SH|SS|TP|Vb|Ve).*$/gm, '\u0000')
    .replace(/^['.].*$/gm, '')
    .replace(/^ .*$/gm, '')
    .replace(/\\f(?:\(..|.)|\\&|\\s[-+]?\d|\\\|/g, '')
    .replace(/\\\*\(C\+/g, 'C++')
    .replace(/\\\*\([LR]"|\\\*\(C['`]/g, '"')
    .replace(/\\\(en|\\-/g, '-')
    .replace(/\\(.)/g, '$1')
    .split('\u0000')
    .map(joinLines);
}

function fromJson(value: unknown): string[] {
  if (typeof value === 'string')
    return value
      .split(/\n\s*\n/)
      .map(joinLines)
      .flatMap(cutLong);
  if (Array.isArray(value)) return value.flatMap(fromJson);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(fromJson) : [];
}

/** A speech stands in one paragraph; it is cut behind a sentence about every two hundred words. */
function cutLong(paragraph: string): string[] {
  return paragraph.match(/[\s\S]{1,1200}[^.!?]*(?:[.!?]+|$)/g)?.map((part) => part.trim()) ?? [];
}

function joinLines(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Sentences of letters, not a list of names, a formula or a signature. */
function isProse(paragraph: string): boolean {
  const words = paragraph.split(' ');
  if (words.length < 8 || paragraph.length > 20_000) return false;
  const plain = words.filter((word) => /^["'(]?[A-Za-z]+(?:['’-][a-z]+)*[.,;:!?)"']*$/.test(word)).length;
  return plain / words.length >= 0.7 && /[a-z]/.test(paragraph) && /[.:!?)]["']?$/.test(paragraph);
}
