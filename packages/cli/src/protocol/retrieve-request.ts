import type { RetrieveAnswer, RetrieveRequest } from '@headroom/core';
import type { Session } from '../session.ts';
import { optionalScope, optionalText, RequestError, requiredText, type Fields } from './fields.ts';

/** Answers `{"id","hash","query"?,"lines"?,"path"?,"budget"?}`; `cursor`, `model` and `scope` may stand in it too. */
export async function answerRetrieve(session: Session, fields: Fields): Promise<object> {
  const request: RetrieveRequest = {
    hash: requiredText(fields, 'hash'),
    ...optionalText(fields, 'query', 'query'),
    ...optionalLines(fields),
    ...optionalText(fields, 'path', 'path'),
    ...optionalText(fields, 'cursor', 'cursor'),
    ...optionalBudget(fields),
  };
  const call = { ...optionalScope(fields), ...optionalText(fields, 'model', 'model') };
  return retrieveAnswer(await session.engine().retrieve(wholeByDefault(request), call));
}

/** Programs have no context to save: without a part to look for they get the whole original, whatever its size. */
export function wholeByDefault(request: RetrieveRequest): RetrieveRequest {
  const { query, lines, path, cursor } = request;
  const whole = query === undefined && lines === undefined && path === undefined && cursor === undefined;
  return whole ? { ...request, budget: Number.POSITIVE_INFINITY } : request;
}

/** An answer as the protocol and `--json` write it. */
export function retrieveAnswer({ found, text, reason, problem, nextCursor }: RetrieveAnswer): object {
  return {
    found,
    text,
    ...(reason === undefined ? {} : { reason }),
    ...(problem === undefined ? {} : { problem }),
    ...(nextCursor === undefined ? {} : { nextCursor }),
  };
}

function optionalLines(fields: Fields): Pick<RetrieveRequest, 'lines'> {
  const { lines } = fields;
  if (lines === undefined || lines === null) return {};
  if (typeof lines === 'string') return { lines };
  if (typeof lines === 'number') return { lines: String(lines) };
  if (Array.isArray(lines) && lines.every((line) => typeof line === 'number')) return { lines };
  throw new RequestError('"lines" must be a range such as "120-164" or [120, 164].');
}

function optionalBudget(fields: Fields): Pick<RetrieveRequest, 'budget'> {
  const { budget } = fields;
  if (budget === undefined || budget === null) return {};
  if (typeof budget !== 'number' || !(budget >= 1)) throw new RequestError('"budget" must be a number of tokens.');
  return { budget };
}
