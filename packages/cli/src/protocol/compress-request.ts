import type { TextResult } from '@headroom/core';
import type { Session } from '../session.ts';
import { optionalMode, optionalScope, optionalText, requiredText, type Fields } from './fields.ts';

/** Answers `{"id","text","query"?,"tool"?,"mode"?}`; `input` (of the tool's call), `model` and `scope` may stand in it too. */
export async function answerCompress(session: Session, fields: Fields): Promise<object> {
  const text = requiredText(fields, 'text');
  const result = await session.engine(optionalMode(fields), 'text').compressText(text, {
    ...optionalText(fields, 'query', 'question'),
    ...optionalText(fields, 'tool', 'toolName'),
    ...optionalText(fields, 'model', 'model'),
    ...optionalScope(fields),
    ...(fields['input'] === undefined ? {} : { toolInput: fields['input'] }),
  });
  return compressAnswer(result);
}

/** Under `audit` a result tells of a handle that it neither shows nor stored. */
export function shownHandles({ handles, text }: TextResult): readonly string[] {
  return handles.filter((handle) => text.includes(handle));
}

/** A result as the protocol and `--json` write it. */
export function compressAnswer(result: TextResult): object {
  return {
    kind: result.kind,
    compressor: result.compressor ?? null,
    ...(result.method === undefined ? {} : { method: result.method }),
    fidelity: result.fidelity,
    text: result.text,
    tokensBefore: result.tokensBefore,
    tokensAfter: result.tokensAfter,
    handles: shownHandles(result),
    ms: Math.round(result.milliseconds * 1000) / 1000,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    ...(result.detail === undefined ? {} : { detail: result.detail }),
  };
}
