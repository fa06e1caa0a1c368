import { describe, expect, it } from 'vitest';
import { withKin } from './kin-terms.ts';
import { questionTerms } from './question-terms.ts';

const kinIn = (text: string, question: string): readonly string[] => {
  const asked = questionTerms(question);
  return withKin(text, asked)
    .slice(asked.length)
    .map(({ term }) => term);
};

describe('withKin', () => {
  it('finds abbreviations, compounds and forms that a stem does not bring together', () => {
    expect(kinIn('Use const instead', 'What is said about constants?')).toEqual(['const']);
    expect(kinIn('linkcheck_ignore', 'Which links are ignored?')).toEqual(['linkcheck']);
    expect(kinIn('an exclusion list', 'What is excluded?')).toEqual(['exclus']);
    expect(kinIn('  helpCommand(name)', 'Which method customises the subcommand?')).toEqual(['command']);
  });

  it('finds the library that a word names', () => {
    expect(kinIn('libarchive13/changelog: fixed', 'What was fixed in the archive library?')).toEqual(['libarchive13']);
    expect(kinIn('Setting up libssl3:amd64', 'Which version of ssl?')).toEqual(['libssl3']);
    expect(kinIn('liberty libido', 'Who has the archive or the ssl?')).toEqual([]);
  });

  it('leaves alone what only begins alike, and says nothing twice', () => {
    expect(kinIn('construct contain conceal', 'Which constant?')).toEqual([]);
    expect(kinIn('const const CONST constants', 'Which constants?')).toEqual(['const']);
    expect(kinIn('', 'Which constants?')).toEqual([]);
  });

  it('takes few where many words begin so, and weighs them below the question', () => {
    const text = Array.from({ length: 50 }, (_, index) => `portable${'abcdefghij'[index % 10]}${'klmno'[index % 5]}x`).join(' ');
    const widened = withKin(text, questionTerms('Which port?'));
    expect(widened.length).toBeLessThan(8);
    expect(widened.every(({ term, weight }) => (term === 'port' ? weight === 1 : weight < 0.5))).toBe(true);
  });
});
