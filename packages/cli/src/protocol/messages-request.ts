import type { Session } from '../session.ts';
import { optionalMode, optionalScope, optionalText, RequestError, type Fields } from './fields.ts';

const formats = ['openai-chat', 'anthropic'] as const;

/** Answers `{"id","format","messages","mode"?}`; `tools`, `model` and `scope` may stand in it too. */
export async function answerMessages(session: Session, fields: Fields): Promise<object> {
  const { messages, tools } = fields;
  if (!Array.isArray(messages)) throw new RequestError('"messages" must be an array.');
  if (tools !== undefined && !Array.isArray(tools)) throw new RequestError('"tools" must be an array.');
  const format = formats.find((name) => name === fields['format']);
  if (format === undefined) throw new RequestError(`"format" must be one of ${formats.join(', ')}.`);
  return session.engine(optionalMode(fields)).compress(messages as readonly unknown[], {
    format,
    ...optionalText(fields, 'model', 'model'),
    ...optionalScope(fields),
    ...(tools === undefined ? {} : { tools: tools as readonly unknown[] }),
  });
}
