import { seededRandom, type SeededRandom } from '../payloads/seeded-random.ts';
import { fillers, people, topics } from '../payloads/vocabulary.ts';

/** English-like prose of about so many characters: paragraphs of sentences of topics with idle words between them, names and numbers, the same for the same seed. */
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

const openings = [
  'The',
  'It is also true that the',
  'There is a',
  'As a general rule, the',
  'This is the',
  'In most of the cases the',
  'It is important to note that the',
];
const joints = [
  'of the',
  'that is in the',
  'which was very',
  'and it has a',
  'in order to',
  'is the',
  'as well as the',
  'that has been',
  'for all of the',
];

function makeSentence(random: SeededRandom): string {
  const phrases = Array.from({ length: random.whole(3, 6) }, () => `${makeWord(random)} ${random.pick(topics)} ${random.pick(joints)}`);
  return `${random.pick(openings)} ${phrases.join(' ')} ${random.pick(topics)}.`;
}

function makeWord(random: SeededRandom): string {
  const chance = random.next();
  if (chance < 0.5) return random.pick(fillers);
  if (chance < 0.9) return random.pick(topics);
  return chance < 0.95 ? random.pick(people) : String(random.whole(2, 9000));
}
