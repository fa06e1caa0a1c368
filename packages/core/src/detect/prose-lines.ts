import { isDense } from './dense-line.ts';

const words =
  /(?:^|[\s"'(*_[])[A-Za-z\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF\u0600-\u06FF][a-z'’\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF\u0600-\u06FF-]*(?=[\s,.;:!?"')*_\]]|$)/g;
// Names in paths and messages are words too; only sentences have articles, prepositions and auxiliaries.
const functionWords = new Set(
  (
    'a an and are as at be been but by can could did do for from had has have he her his how i if in is it its my no not of on one or our she should so than ' +
    'that the their them then there these they this to was we were what when which who will with would you your ' +
    'el la los las un una de del que en y por con para es su se al como más no fue lo ' +
    'le les des du et une dans est pour qui sur pas au par ce il ne avec sont ' +
    'der die das und ist von den mit nicht ein eine zu im auf für dem sich auch als wird ' +
    'di che il per non gli da sono è o e os as um uma do da não em het een van op te'
  ).split(' '),
);
const wideScript = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\u0E00-\u0E7F]/g;
const heading = /^#{1,6} \S|^(?:=|-|~|\^){4,}$|^\.\. \S/;
const bullet = /^\s*(?:[-*+•]|\d{1,3}[.)]) \S/;

/** Share of the characters of some lines that stand in lines of natural language, or of Markdown around it. */
export function proseShare(lines: readonly string[], natural: ReadonlySet<string>): number {
  let characters = 0;
  let found = 0;
  for (const line of lines) {
    characters += line.length + 1;
    if (natural.has(line)) found += line.length + 1;
  }
  return found / Math.max(1, characters);
}

/** The lines of natural language among some. */
export function naturalLines(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.filter(isProseLine));
}

/** Whether the text is Markdown or reStructuredText by marks that no program has: a heading of the second order, a fence, a directive, a link. */
export function isMarkup(lines: readonly string[]): boolean {
  return lines.some((line) => /^#{2,6} [^\s#]|^ {0,3}(?:```|~~~)|^(?:={4,}|-{4,}|~{4,})$|^\.\. [\w-]+::|^[-*] .{0,80}\]\(/.test(line));
}

function isProseLine(line: string): boolean {
  if (heading.test(line)) return true;
  const wide = line.match(wideScript)?.length ?? 0;
  if (wide >= 4 && wide >= line.length * 0.2) return true;
  if (isDense(line)) return false;
  const found = line.match(words) ?? [];
  const all = line.trim().split(/\s+/).length;
  if (found.length < 3 || found.length < all * 0.5) return false;
  if (/[\u0370-\u06FF]/.test(line)) return true;
  const functional = found.filter((word) => functionWords.has(word.replace(/^[\s"'(*_[]/, '').toLowerCase())).length;
  if (bullet.test(line)) return functional >= 1 || found.length >= all * 0.7;
  return functional >= 2
    ? functional >= all * 0.12
    : functional === 1 && all <= 8 && found.length >= 4 && /[.!?:,…]$|^[^/()=]*$/.test(line);
}
