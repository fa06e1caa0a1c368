import { seededRandom, type SeededRandom } from '../payloads/seeded-random.ts';
import { fillers, people, topics } from '../payloads/vocabulary.ts';

/** English-like prose of about so many characters: paragraphs of sentences of topics, fillers, names, numbers and negations, the same for the same seed. */
export function makeProse(characters: number, seed: number): string {
  const random = seededRandom(seed);
  const paragraphs: string[] = [];
  for (let length = 0; length < characters;) {
    const paragraph = Array.from({ length: random.whole(3, 7) }, () => makeSentence(random)).join(' ');
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, characters);
}

function makeSentence(random: SeededRandom): string {
  const words = Array.from({ length: random.whole(10, 22) }, () => makeWord(random));
  return `The ${words.join(' ')}${random.next() < 0.2 ? ', which is not the end of it' : ''}.`;
}

function makeWord(random: SeededRandom): string {
  const chance = random.next();
  if (chance < 0.55) return random.pick(fillers);
  if (chance < 0.93) return random.pick(topics);
  return chance < 0.97 ? random.pick(people) : String(random.whole(2, 9000));
}
