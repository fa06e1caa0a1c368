/** How far the words of two texts agree, each word as often as it stands. */
export interface ContentScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const inlineTags = /<\/?(?:a|abbr|b|bdi|cite|code|em|font|i|kbd|mark|q|s|small|span|strong|sub|sup|time|tt|u|var|wbr)(?:\s[^<>]*)?\/?>/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of clean HTML. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(inlineTags, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&([a-z]+);/g, (whole, name: string) => named[name] ?? whole);
}

/** The text of what the model reads, without what Headroom says about it: the page's metadata, statements of gaps, the marker, targets of links. */
export function textOfMarkdown(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !/^<<ccr:|^\[.* offloaded(?:: .*)?\]$|^(?:title|author|date|modified|description|site|url): |^```/.test(line))
    .join('\n')
    .replace(/\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)/g, ']');
}

/** Words in lower case; single signs of scripts without spaces. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? [];
}

/** Compares the words of two texts. */
export function scoreContent(got: string, expected: string): ContentScore {
  const left = new Map<string, number>();
  const wanted = wordsOf(expected);
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  const words = wordsOf(got);
  let hits = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    hits += 1;
  }
  const precision = words.length === 0 ? 0 : hits / words.length;
  const recall = wanted.length === 0 ? 0 : hits / wanted.length;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
