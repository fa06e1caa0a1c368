import { describe, expect, it } from 'vitest';
import { createBm25 } from './bm25.ts';
import { boundTerms, questionTerms, widenedTerms } from './question-terms.ts';
import { superlative } from './superlative.ts';

const words = (question: string, input?: unknown): string[] => questionTerms(question, input).map(({ term }) => term);

describe('boundTerms', () => {
  it('are what a text calls the extreme that is asked for, of full weight where the question calls it so', () => {
    expect(boundTerms('What are minimum and maximum of the delay?')).toEqual(
      expect.arrayContaining([
        { term: 'maximum', weight: 1 },
        { term: 'minimum', weight: 1 },
      ]),
    );
    expect(boundTerms('What is the largest batch?')).toContainEqual({ term: 'maximum', weight: 0.5 });
    expect(boundTerms('What is the first batch?')).toEqual([]);
    expect(widenedTerms('What is the largest batch?').map(({ term }) => term)).toContain('maximum');
  });
});

describe('questionTerms', () => {
  it('keeps what a question is about, once', () => {
    expect(words('Which of the pods has failed, and why did the pod of ours fail?')).toEqual(['pod', 'fail']);
    expect(words('¿Cuál es el precio del vuelo?')).toEqual(['precio', 'vuelo']);
    expect(words('Which is the most?')).toEqual([]);
  });

  it('adds values of the call at a lower weight, never keys', () => {
    const [question, ...input] = questionTerms('pods', { namespace: 'staging', options: { limit: 25, deep: ['pods', true, null] } });
    expect(question).toEqual({ term: 'pod', weight: 1 });
    expect(input.map(({ term }) => term)).toEqual(['stag', '25']);
    expect(input.every(({ weight }) => weight > 0 && weight < 1)).toBe(true);
    expect(words('', '{"path":"src/a.ts"}')).toEqual(
      ['src', 'a.ts', 'ts'].sort((a, b) => ['src', 'ts', 'a.ts'].indexOf(a) - ['src', 'ts', 'a.ts'].indexOf(b)),
    );
    expect(words('', '{"broken')).toEqual(['broken']);
  });

  it('also looks for neighbouring words written as one', () => {
    const asked = questionTerms('What does a foreign key of the user table refer to?');
    expect(asked.map(({ term }) => term)).toEqual(expect.arrayContaining(['foreign', 'key', 'foreignkey', 'user']));
    expect(asked.find(({ term }) => term === 'foreignkey')!.weight).toBeLessThan(1);
    expect(words('the key of the table, 12 rows')).not.toContain('keytable');
    expect(words('Which Go version is used?')).toContain('govers');
    expect(words('go up')).not.toContain('goup');
  });

  it('stays small whatever the question is', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    expect(words('', circular)).toEqual([]);
    expect(words(Array.from({ length: 5000 }, (_, index) => `w${index}`).join(' ')).length).toBeLessThanOrEqual(128);
  });
});

describe('superlative', () => {
  it.each([
    ['Which issue has the most comments?', ['maximum'], ['comment']],
    ['What is the largest blob in the repository?', ['maximum'], ['blob', 'repository']],
    ['the cheapest flight and the latest arrival', ['minimum', 'latest'], ['flight', 'latest', 'arrival']],
    ['What was the most recent commit?', ['latest'], ['recent', 'commit']],
    ['What is the least recent commit?', ['earliest'], ['recent', 'commit']],
    ['Which station lies farthest south?', ['minimum'], ['south']],
    ['Which station lies furthest east of all?', ['maximum'], ['east']],
    ['What was the coldest night?', ['minimum'], ['night']],
    ['Which thread is burning the processor?', ['maximum'], ['process']],
  ] as const)('%s', (question, extremes, of) => {
    expect(superlative(question)?.extremes).toEqual(extremes);
    expect(superlative(question)?.of).toEqual(expect.arrayContaining(of.slice(-1)));
  });

  it('is silent where nothing extreme is asked', () => {
    expect(superlative('Who is assigned to the bug?')).toBeUndefined();
    expect(superlative('')).toBeUndefined();
  });
});

describe('createBm25', () => {
  const rank = (documents: string[], question: string): number[] => {
    const scores = createBm25({ documents }).score(questionTerms(question));
    return documents.map((_, index) => index).sort((a, b) => scores[b]! - scores[a]! || a - b);
  };

  it('prefers rare terms, the whole question, and short documents', () => {
    expect(rank(['error in pod alpha', 'error in pod beta', 'error in node beta'], 'beta pod')[0]).toBe(1);
    expect(rank(['red red red red red', 'red car'], 'red car')[0]).toBe(1);
    expect(rank([`red ${'filler '.repeat(50)}`, 'red', 'x'], 'red')[0]).toBe(1);
  });

  it('scores 0 where nothing matches, and nothing at all without terms or documents', () => {
    expect([...createBm25({ documents: ['a', 'b'] }).score(questionTerms('zebra'))]).toEqual([0, 0]);
    expect([...createBm25({ documents: ['a'] }).score([])]).toEqual([0]);
    expect([...createBm25({ documents: [] }).score(questionTerms('zebra'))]).toEqual([]);
  });
});
