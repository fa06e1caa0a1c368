import type { Words } from '../features/split-words.ts';
import type { ModelText } from './model-text.ts';

/** Gives each word of a request the highest score among the words and signs of the model that stand in it: signs alone count where there is no word. */
export function wordScores({ text, starts, ends }: ModelText, words: Words, keep: Float32Array): Float32Array {
  const scores = new Float32Array(starts.length);
  let inner = 0;
  for (let word = 0; word < scores.length; word += 1) {
    while (inner < words.count && words.ends[inner]! <= starts[word]!) inner += 1;
    let letters = -1;
    let signs = -1;
    for (; inner < words.count && words.starts[inner]! < ends[word]!; inner += 1) {
      if (isSign(text.charCodeAt(words.starts[inner]!))) signs = Math.max(signs, keep[inner]!);
      else letters = Math.max(letters, keep[inner]!);
    }
    // Nothing is known of a word in which the model sees none: it stays.
    scores[word] = letters >= 0 ? letters : signs >= 0 ? signs : 1;
  }
  return scores;
}

function isSign(code: number): boolean {
  return (
    code < 0x80 && !((code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f)
  );
}
