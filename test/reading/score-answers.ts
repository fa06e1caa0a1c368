import type { ShapeText } from './render-shapes.ts';
import type { Question, Shape } from './shape.ts';

/** What readers answered, by rendering, shape and question; `digests` says over which text. */
export interface Answers {
  /** Who read, and how they were asked. */
  readonly readers: string;
  readonly original: Readonly<Record<string, string>>;
  readonly compact: Readonly<Record<string, string>>;
  readonly digests: Readonly<Record<string, string>>;
}

/** Whether an answer holds every string of the right one. */
export function isRight({ answer }: Question, given: string | undefined): boolean {
  return given !== undefined && answer.every((part) => fold(given).includes(fold(part)));
}

// Spelling of numbers, quotes and case may differ between readers; the fact may not.
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/["'`\s]+/g, ' ')
    .replace(/(\d),(?=\d{3}\b)/g, '$1');
}

/** Writes the table of the reading test. */
export function scoreAnswers(shapes: readonly Shape[], texts: readonly ShapeText[], answers: Answers): string {
  const rows = shapes.map((shape) => {
    const right = (rendering: 'original' | 'compact'): number =>
      shape.questions.filter((question) => isRight(question, answers[rendering][question.id])).length;
    const of = (rendering: 'original' | 'compact'): ShapeText | undefined =>
      texts.find((text) => text.shape.name === shape.name && text.rendering === rendering);
    const fresh = of('compact')?.digest === answers.digests[shape.name];
    return {
      shape,
      original: right('original'),
      compact: right('compact'),
      before: of('original')?.tokens ?? 0,
      after: of('compact')?.tokens ?? 0,
      fresh,
    };
  });
  const sum = (figure: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + figure(row), 0);
  const asked = sum(({ shape }) => shape.questions.length);
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    '# Reading test',
    '',
    `${answers.readers} Questions answered rightly from the payload as it came and from its compact form alone, and the tokens of both (o200k).`,
    '',
    line(['shape', 'questions', 'right, original', 'right, compact', 'tokens, original', 'tokens, compact']),
    '|---|---|---|---|---|---|',
    ...rows.map(({ shape, original, compact, before, after, fresh }) =>
      line([shape.name + (fresh ? '' : ' (the form has changed since)'), shape.questions.length, original, compact, before, after]),
    ),
    line([
      '**all**',
      asked,
      sum(({ original }) => original),
      sum(({ compact }) => compact),
      sum(({ before }) => before),
      sum(({ after }) => after),
    ]),
    '',
  ].join('\n');
}
