/** Gives the rank of a word in its vocabulary form, the most frequent being 0; undefined for an unknown one. */
export type WordRanks = (form: string) => number | undefined;

/**
 * Spells a vocabulary as its file: a line `word rank` for each word, sorted by UTF-16 units.
 *
 * @param words the most frequent first
 */
export function spellVocabulary(words: readonly string[]): string {
  const lines = words.map((word, rank) => ({ word, rank })).sort((one, other) => (one.word < other.word ? -1 : 1));
  return lines.map(({ word, rank }) => `${word} ${rank}\n`).join('');
}

/**
 * Looks words up in the text of such a file, by halves: nothing is built from it, since a thread that starts would wait for that longer than for the network.
 *
 * @example readVocabulary('a 1\nthe 0\n')('the') // 0
 */
export function readVocabulary(file: string): WordRanks {
  return (form) => {
    let [low, high] = [0, file.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : file.lastIndexOf('\n', middle - 1) + 1;
      const stop = file.indexOf('\n', middle);
      const end = stop < 0 ? file.length : stop;
      const space = file.lastIndexOf(' ', end);
      const word = file.slice(start, space);
      if (word === form) return Number(file.slice(space + 1, end));
      if (word < form) low = end + 1;
      else high = start;
    }
    return undefined;
  };
}
