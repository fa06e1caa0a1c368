import type { Edit } from '../types/segment.ts';

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of a record, if it is a string. */
export function stringField(record: Record<string, unknown>, name: string): string | undefined {
  const value = record[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * The texts of a content, empty ones among them: the string itself under the place `''`, or the parts `{ type: 'text', text }` under `.0`, `.1` and so on.
 */
export function textsOf(content: unknown): readonly (readonly [place: string, text: string])[] {
  if (typeof content === 'string') return [['', content]];
  if (!Array.isArray(content)) return [];
  const texts: (readonly [string, string])[] = [];
  for (let index = 0; index < content.length; index += 1) {
    const text = textPart(content[index]);
    if (text !== undefined) texts.push([`.${index}`, text]);
  }
  return texts;
}

/** The texts of a content that say something. */
export function filledTextsOf(content: unknown): readonly (readonly [place: string, text: string])[] {
  return textsOf(content).filter(([, text]) => text !== '');
}

/** The content with new texts in the places that have one; the same reference where none has. */
export function withEdits(content: unknown, prefix: string, texts: ReadonlyMap<string, string>): unknown {
  if (typeof content === 'string') return texts.get(prefix) ?? content;
  if (!Array.isArray(content)) return content;
  let changed = false;
  const parts = content.map((part: unknown, index) => {
    const text = texts.get(`${prefix}.${index}`);
    if (text === undefined || textPart(part) === undefined) return part;
    changed = true;
    return { ...(part as Record<string, unknown>), text };
  });
  return changed ? parts : content;
}

function textPart(part: unknown): string | undefined {
  return isRecord(part) && part['type'] === 'text' ? stringField(part, 'text') : undefined;
}

/**
 * The messages with edits written in: `rewrite` is asked for those alone in which a text changes, and the same `messages` come back where there is no edit (I7, I9).
 *
 * For lenses whose keys of places begin with the number of the message, and end there or go on behind a point.
 */
export function rewriteMessages<M>(
  messages: readonly M[],
  edits: readonly Edit[],
  rewrite: (message: M, place: string, texts: ReadonlyMap<string, string>) => M,
): readonly M[] {
  if (edits.length === 0) return messages;
  const texts = new Map<string, string>();
  const changed = new Set<number>();
  for (const { segment, text } of edits) {
    texts.set(segment.id, text);
    changed.add(Number.parseInt(segment.id, 10));
  }
  return messages.map((message, index) => (changed.has(index) ? rewrite(message, `${index}`, texts) : message));
}
