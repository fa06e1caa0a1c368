import { join } from 'node:path';
import { keptWords, labelFiles } from '../arrays/read-labels.ts';
import { splitWords } from '../../../packages/kompress/src/features/split-words.ts';
import type { Judged } from './metrics.ts';

/** Labels that were written twice: the second rater as if he were a system, sentence by sentence; signs are left out. */
export function readAgreement(folder: string): Judged {
  const first = new Map(labelFiles(folder).flatMap(({ labels }) => labels.map((label) => [label.id, label])));
  const pairs = labelFiles(join(folder, 'second')).flatMap(({ labels }) =>
    labels.flatMap((second) => {
      const own = first.get(second.id);
      if (own === undefined || own.text !== second.text) return [];
      const [one, two] = [keptWords(own), keptWords(second)];
      return one === undefined || two === undefined ? [] : [{ text: own.text, one, two }];
    }),
  );
  const rows = pairs.map(({ text, one, two }) => {
    const { starts } = splitWords(text);
    const counted = [...one.keys()].filter((word) => /[\p{L}\p{N}_]/u.test(text[starts[word]!]!));
    return { scores: Float64Array.from(counted, (word) => two[word]!), kept: Uint8Array.from(counted, (word) => one[word]!) };
  });
  return { scores: rows.map(({ scores }) => scores), kept: rows.map(({ kept }) => kept), threshold: 0.5 };
}
