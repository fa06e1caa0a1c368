import type { PassageUnits } from './passage-units.ts';

/** Whether a text is a web page: there what stands between the tags is said, the tags are not. */
export function isWebPage(text: string): boolean {
  return /<!doctype html|<html[\s>]|<body[\s>]|<div[\s>]|<p>/i.test(text.slice(0, 4000));
}

/** What a unit of nothing but tags is worth beside the same words outside of them. */
const tagWorth = 0.1;

/** Lowers the scores of units by the share of them that is tags. */
export function discountTags(text: string, units: PassageUnits, scores: Float64Array): void {
  for (let unit = 0; unit < units.count; unit += 1) {
    if (scores[unit]! > 0) scores[unit]! *= tagWorth + (1 - tagWorth) * proseShare(text, units.starts[unit]!, units.ends[unit]!);
  }
}

/** The share of a unit's visible characters outside of tags; a tag that opened before the unit is taken for text. */
export function proseShare(text: string, start: number, end: number): number {
  let visible = 0;
  let outside = 0;
  let inTag = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20) continue;
    visible += 1;
    if (code === 0x3c) inTag = true;
    if (!inTag) outside += 1;
    if (code === 0x3e) inTag = false;
  }
  return visible === 0 ? 0 : outside / visible;
}
