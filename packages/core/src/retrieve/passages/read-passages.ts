import { answerOf, type RetrieveAnswer } from '../answer.ts';
import { fits } from '../budget.ts';
import { writeCursor } from '../cursor.ts';
import { readJsonTree } from '../json/read-json-tree.ts';
import type { Reading } from '../read-pages.ts';
import { jsonPassages } from './json-passages.ts';
import { textPassages } from './text-passages.ts';

/** Tokens left for the closing statement. */
const statementTokens = 60;

/** Answers beyond this are no answers to one question. */
const mostPages = 50;

/** The whole original where it fits, else the passages that answer a question; `page` counts answers given before to the same question. */
export function readPassages(reading: Reading, question: string, page: number): RetrieveAnswer {
  const { original, tokens, count } = reading;
  if (page === 0 && fits(original, tokens, count)) return answerOf({ body: original, source: 'contiguous' });
  const tree = readJsonTree(original);
  const request = { question, tokens: tokens - statementTokens, count, page: Math.min(page, mostPages) };
  const passages = tree === undefined ? textPassages({ text: original, ...request }) : jsonPassages({ tree, ...request });
  const nextCursor = passages.rest === 'more' && page < mostPages ? writeCursor({ kind: 'passages', page: page + 1 }) : undefined;
  const more = nextCursor === undefined ? '' : `; the same query with cursor "${nextCursor}" gives the next best`;
  const way = tree === undefined ? 'lines gives any others' : 'path gives any part whole';
  return answerOf({
    body: passages.body,
    statement: `best matches, ${passages.shown}${more}; ${way}`,
    ...(nextCursor === undefined ? {} : { nextCursor }),
  });
}
