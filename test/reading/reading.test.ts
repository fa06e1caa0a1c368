import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allShapes } from './all-shapes.ts';
import { isRight, type Answers } from './score-answers.ts';

const answers = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8')) as Answers;

describe('reading test', () => {
  it('asks at least 30 questions, and the compact form was answered as well as the original', () => {
    const questions = allShapes().flatMap((shape) => shape.questions);
    const right = (rendering: 'original' | 'compact'): number =>
      questions.filter((question) => isRight(question, answers[rendering][question.id])).length;
    expect(questions.length).toBeGreaterThanOrEqual(30);
    expect(right('compact')).toBeGreaterThanOrEqual(right('original'));
    expect(right('compact')).toBeGreaterThanOrEqual(questions.length * 0.95);
  });

  it('takes no answer for right that lacks a part', () => {
    const question = { id: 'q', question: '', answer: ['a-1', '37 km'] };
    expect(isRight(question, 'A-1, 37 km')).toBe(true);
    expect(isRight(question, 'a-1')).toBe(false);
    expect(isRight(question, undefined)).toBe(false);
  });
});
