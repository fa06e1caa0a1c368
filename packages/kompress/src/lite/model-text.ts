import type { ScoreRequest } from '../scoring/word-scorer.ts';

/** The sentences of a request as one text, as the model knows texts: what lay between them (code, tables, headings) is an empty line. */
export interface ModelText {
  readonly text: string;
  /** Where each word of the request begins and ends in it. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** What lies between two sentences of one paragraph is no more than this. */
const longestGap = 80;

/** Joins the sentences of a request. Linear. */
export function joinSentences({ text, starts, ends, sentences }: ScoreRequest): ModelText {
  const count = starts.length;
  const parts: string[] = [];
  const moved = { starts: new Int32Array(count), ends: new Int32Array(count) };
  let length = 0;
  for (let word = 0; word < count;) {
    let last = word;
    while (last + 1 < count && isJoined(text, ends[last]!, starts[last + 1]!, sentences[last] === sentences[last + 1])) last += 1;
    const from = starts[word]!;
    for (; word <= last; word += 1) {
      moved.starts[word] = starts[word]! - from + length;
      moved.ends[word] = ends[word]! - from + length;
    }
    parts.push(text.slice(from, ends[last]));
    length += ends[last]! - from + 2;
  }
  return { text: parts.join('\n\n'), ...moved };
}

function isJoined(text: string, end: number, start: number, inSentence: boolean): boolean {
  return inSentence || (start - end <= longestGap && text.slice(end, start).trim() === '');
}
