import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from './stem.ts';
import { terms } from './terms.ts';

describe('terms', () => {
  it.each([
    ['getUserName', ['get', 'user', 'nam', 'getusername']],
    ['HTTPServer', ['http', 'serv', 'httpserver']],
    ['max_retry-count', ['max', 'retry', 'count', 'max_retry-count']],
    ['foo.barBaz', ['foo', 'bar', 'baz', 'foo.barbaz']],
    ['version 1.0.0, id 180500', ['vers', '1', '0', '0', '1.0.0', 'id', '180500']],
    ['The end. Next', ['the', 'end', 'next']],
    ['a-, _b_ --c', ['a', 'b', 'c']],
    ['Größe Ελλάδα', ['gross', 'ελλάδα']],
    ['contrôlée contrôle CONTROLE', ['control', 'control', 'control']],
    ['cafe\u0301 café', ['caf', 'caf']],
    ['降雨量', ['降雨', '雨量']],
    ['中 文', ['中', '文']],
    ['x中文y', ['x', '中文', 'y']],
    ['𝒜𝒷 😀', ['𝒜𝒷']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('bounds the length of a term', () => {
    expect(terms('a'.repeat(1000))).toEqual(['a'.repeat(64)]);
    expect(Math.max(...terms('aB'.repeat(1000)).map((term) => term.length))).toBe(64);
  });

  it('is linear on hostile runs', () => {
    for (const unit of ['a', 'aB', 'A', '-', 'a-', '.', '中', '😀', '\ud800', '_a.']) {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(() => terms(text), unit).not.toThrow();
    }
  });
});

describe('stem', () => {
  it.each([
    ['query', 'queries'],
    ['assigned', 'assignee', 'assigns', 'assigning', 'assignees'],
    ['scheduled', 'scheduler', 'schedules', 'scheduling', 'schedule'],
    ['deprecated', 'deprecation', 'deprecate'],
    ['created', 'creating', 'creates', 'create', 'creation'],
    ['running', 'run', 'runs'],
    ['call', 'calls', 'called', 'calling'],
    ['signed', 'sign', 'signs'],
    ['box', 'boxes'],
    ['file', 'files'],
  ])('%s and its forms are one', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });

  it('leaves short words, numbers and other scripts alone', () => {
    expect(['theme', 'themes', 'note', 'letters'].map(stem)).toEqual(['theme', 'theme', 'note', 'letter']);
    for (const word of ['is', 'bus', 'gas', 'class', 'status', 'basis', 'utf8s', 'größen', '12']) expect(stem(word)).toBe(word);
  });

  it('never changes the first letters, never lengthens', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeinorstdlgy'), minLength: 1, maxLength: 12 }), (word) => {
        expect(stem(word).slice(0, 3)).toBe(word.slice(0, 3));
        expect(stem(word).length).toBeLessThanOrEqual(word.length);
      }),
    );
  });
});
