import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A question over five joined paragraphs of which one answers it (XQuAD: SQuAD 1.1 dev and its translations). */
export interface QuestionCase {
  readonly question: string;
  /** The answer as it stands in the paragraph. */
  readonly answer: string;
  readonly text: string;
  /** The paragraph that answers, and which document it is of: cases of one document never stand on both sides of a split. */
  readonly paragraph: string;
  readonly document: string;
}

const joined = 5;
const title = /^\[\w+ \d+\] (.*)\n/;

/** The folder of the questions beside a checkout; undefined in a bare clone. */
export function findQuestions(root: string): string | undefined {
  const folder = join(root, '../shared/corpus/payloads');
  return existsSync(join(folder, 'truth')) ? folder : undefined;
}

/**
 * Reads all questions whose truth is a list, and joins to each answering paragraph the four behind it in its collection.
 *
 * @param variant moves the answering paragraph: it stands at place `variant` modulo five, and others are joined to it
 */
export function readQuestions(folder: string, variant = 2): readonly QuestionCase[] {
  return readdirSync(join(folder, 'truth'))
    .filter((name) => name.endsWith('.qa.json'))
    .sort()
    .flatMap((name) => {
      const truth = JSON.parse(readFileSync(join(folder, 'truth', name), 'utf8')) as unknown;
      return Array.isArray(truth)
        ? casesOf(readFileSync(join(folder, 'prose', name.replace('.qa.json', '.txt')), 'utf8'), truth as Truth[], variant)
        : [];
    });
}

interface Truth {
  readonly doc: number;
  readonly question: string;
  readonly answer: string;
}

function casesOf(collection: string, truths: readonly Truth[], variant: number): readonly QuestionCase[] {
  const paragraphs = collection.split(/\n\n(?=\[\w+ \d+\] )/);
  const body = (index: number): string => (paragraphs[index % paragraphs.length] ?? '').replace(title, '').trim();
  return truths.flatMap(({ doc, question, answer }) => {
    const at = doc - 1;
    const paragraph = body(at);
    if (!normalise(paragraph).includes(normalise(answer))) return [];
    const step = 1 + Math.floor(variant / joined);
    const five = Array.from({ length: joined - 1 }, (_, index) => body(at + (index + 1) * step));
    five.splice(variant % joined, 0, paragraph);
    return [{ question, answer, paragraph, text: five.join('\n\n'), document: title.exec(paragraphs[at] ?? '')?.[1] ?? '' }];
  });
}

/** Words in small letters without articles and signs, as SQuAD compares answers. */
export function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words, and letters of scripts that put no space between words. */
export function countWords(text: string): number {
  return (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu)
      ?.length ?? 0
  );
}
