import { Excerpt, Gap, JsonObject, RawNumber, type JsonArray, type JsonValue } from '../../model.ts';
import { Opened } from './opened.ts';

/** Gaps and excerpts stand among the values of a pruned document without being JSON. */
export const isGap = (value: unknown): value is Gap => value instanceof Gap;
export const isExcerpt = (value: unknown): value is Excerpt => value instanceof Excerpt;
export const isOpened = (value: unknown): value is Opened => value instanceof Opened;
export const isObject = (value: JsonValue | undefined): value is JsonObject => value instanceof JsonObject;

export const isList = (value: JsonValue | undefined): value is JsonArray => Array.isArray(value);

/** Anything that holds no other value. An excerpt is a string that was cut. */
export const isScalar = (value: JsonValue | undefined): boolean =>
  value === null || (typeof value !== 'object' && value !== undefined) || value instanceof RawNumber || isExcerpt(value);
