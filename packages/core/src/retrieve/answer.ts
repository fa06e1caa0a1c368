/** Why there is no original to read. */
export type RetrieveFailure = 'never-stored' | 'expired' | 'wrong-scope' | 'invalid';

/** Why the part that was asked for is not there, though its original is. */
export type RetrieveProblem =
  | 'lines-unreadable'
  /** The original has fewer lines. */
  | 'lines-absent'
  /** A path leads nowhere in what is no JSON document. */
  | 'not-json'
  | 'path-unreadable'
  | 'path-absent'
  | 'cursor-unreadable'
  /** The cursor begins behind the end. */
  | 'cursor-absent'
  /** The cursor goes on with a query, which is missing. */
  | 'query-missing';

/** What a retrieval gives back. */
export interface RetrieveAnswer {
  readonly found: boolean;
  /** What the model reads: raw text and, where more exists, a last line in square brackets that says so and how to get it; or why there is nothing. */
  readonly text: string;
  readonly reason?: RetrieveFailure;
  /** Why the part that was asked for is not there; `text` is then a statement in square brackets that says so, and nothing of the original. */
  readonly problem?: RetrieveProblem;
  /** Whether `text` is the whole original. */
  readonly complete: boolean;
  /** The part of the original in `text`, letter by letter, where it is one piece of it. */
  readonly content?: string;
  /** Goes on where this answer ended. */
  readonly nextCursor?: string;
}

/** An answer that is one piece of the original, or made of several, with a closing statement. */
export interface PartialAnswer {
  readonly body: string;
  /** Without brackets; undefined for the whole original. */
  readonly statement?: string;
  /** @default 'pieces' */
  readonly source?: 'contiguous' | 'pieces';
  readonly nextCursor?: string;
}

/** Puts body and statement together. The statement stands on a line of its own. */
export function answerOf({ body, statement, source, nextCursor }: PartialAnswer): RetrieveAnswer {
  const apart = body === '' || body.endsWith('\n') ? '' : '\n';
  return {
    found: true,
    text: statement === undefined ? body : `${body}${apart}[${statement}]`,
    complete: statement === undefined,
    ...(source === 'contiguous' ? { content: body } : {}),
    ...(nextCursor === undefined ? {} : { nextCursor }),
  };
}

/** The answer where the original is there and the part that was asked for is not. */
export function problem(problem: RetrieveProblem, statement: string): RetrieveAnswer {
  return { ...answerOf({ body: '', statement }), problem };
}
