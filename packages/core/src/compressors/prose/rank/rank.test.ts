import { describe, expect, it } from 'vitest';
import { readPassages } from '../read/read-passages.ts';
import { answerType, fitsAnswer } from './answer-type.ts';
import { featureCount, featureNames, readFeatures } from './features.ts';
import { readSigns, said } from './passage-signs.ts';
import { questionScores } from './question-score.ts';
import { rankerWeights } from './ranker-weights.ts';

const fits = (question: string, text: string): number => fitsAnswer(answerType(question), text, 0, text.length);

describe('answerType', () => {
  it.each([
    ['When did the bridge fall?', 'It fell in 1931.', 'It fell over.'],
    ['How many jobs are there?', 'There are 4,000 jobs.', 'There are jobs.'],
    ['Who wrote it?', 'It was written by Ann Lee.', 'it was written by hand.'],
    ['How much money would it save?', 'It would save 22 million dollars.', 'It would save 22 hours.'],
    ['Was kostet das?', 'Das sind 12 €.', 'Das sind 12 Stück.'],
    ['¿Cuándo llegó?', 'Llegó en 1931.', 'Llegó tarde.'],
    ['有多少人？', '有三千人。', '他们来了。'],
  ])('%s', (question, better, worse) => {
    expect(fits(question, better)).toBeGreaterThan(fits(question, worse));
  });
});

describe('readSigns', () => {
  it('knows what was said before, in whatever case', () => {
    const text =
      'The committee approved the annual budget for roads.\n\nA quite different remark follows here about harbours.\n\nTHE COMMITTEE approved the annual budget for roads.';
    const { fresh, repeated } = readSigns(readPassages(text));
    expect(repeated[0]).toBeLessThan(0.3);
    expect(repeated[2]).toBe(1);
    expect(fresh[2]).toBe(0);
    expect(fresh[1]).toBeGreaterThan(0.4);
  });

  it('counts phrases of boilerplate in the passage that holds them, and no words that only end like one', () => {
    const passages = readPassages(
      'An article.\n\nAll rights reserved. Read our privacy policy.\n\nMore of the article.\n\n© 版权所有\n\nThe catalog in the design in the hall.',
    );
    expect([...readSigns(passages).phrases]).toEqual([0, 2, 0, 2, 0]);
  });

  it.each([
    ['The door must close.', said.rule],
    ["It doesn't close.", said.rule],
    ['It holds at least a ton.', said.rule],
    ['It is no longer held.', said.rule],
    ['It is at the least of doors.', 0],
    ['The donor opened it.', 0],
    ['It opened 4 times.', said.digits],
    ['It opened three times.', said.number],
    ['开了三次。', said.number],
    ['The door failed.', said.trouble],
    ['The door is not ready.', said.trouble | said.rule],
    ['No errors were read.', 0],
    ['Read 0 errors of it.', said.digits],
    ['The name is error_code.', 0],
  ])('reads what a passage says: %s', (text, expected) => {
    expect(readSigns(readPassages(text)).said[0]).toBe(expected);
  });

  it('counts capitals inside of a passage', () => {
    expect(readSigns(readPassages('It was Ann Lee of Überlingen who wrote to Иван.')).names[0]).toBe(4);
    expect(readSigns(readPassages('Nobody wrote it down.')).names[0]).toBe(0);
  });
});

describe('readFeatures', () => {
  const text = '# Fruit\n\nApples are red.\n\n# Boats\n\nThe ferry of Ann Lee sails in 1931.\n\nIt is white.';

  it('are between 0 and 1, as many as there are weights', () => {
    const features = readFeatures(readPassages(text), 'When does the ferry sail?', undefined)!;
    expect(rankerWeights).toHaveLength(featureNames.length);
    expect(features).toHaveLength(5 * featureCount);
    expect(features.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('lift the date below the heading of what answers, where a time is asked for', () => {
    const section = (number: number, date: string, what: string): string =>
      `# Version ${number}\n\nPublished in ${date}.\n\n## Parts\n\nThe ${what} was mended. Nothing else is said of it here.\n`;
    const notes = [section(3, 'May 2021', 'ferry'), section(2, 'March 2020', 'bridge'), section(1, 'July 2019', 'tower')].join('\n');
    const passages = readPassages(notes);
    const scoreOf = (question: string, line: string): number =>
      questionScores(passages, question, undefined)![[...passages.starts].findIndex((start) => notes.startsWith(line, start))]!;
    const asked = 'When did the version come out in which the bridge was mended?';
    expect(scoreOf(asked, 'Published in March')).toBeGreaterThan(2 * scoreOf(asked, 'Published in May'));
    expect(scoreOf('Where was the bridge mended?', 'Published in March')).toBeLessThan(0.5 * scoreOf(asked, 'Published in March'));
  });

  it('rank what answers first, and say nothing where the text holds no word of the question', () => {
    const passages = readPassages(text);
    const scores = questionScores(passages, 'When does the ferry sail?', undefined)!;
    const best = scores.indexOf(Math.max(...scores));
    expect(text.slice(passages.starts[best], passages.ends[best])).toBe('The ferry of Ann Lee sails in 1931.');
    expect(questionScores(passages, 'zebra xylophone', undefined)).toBeUndefined();
    expect(questionScores(passages, '', undefined)).toBeUndefined();
  });
});
