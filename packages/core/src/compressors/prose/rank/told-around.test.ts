import { describe, expect, it } from 'vitest';
import { readPassages } from '../read/read-passages.ts';
import { questionScores } from './question-score.ts';
import { weighTold } from './told-around.ts';

const block = (part: number): string => `\`\`\`\n${`a long listing about the gate of part ${part}\n`.repeat(40)}\`\`\`\n`;
const session = [1, 2, 3, 4]
  .map((part) => `#### look at part ${part}\n\n${block(part)}\nThe gate of part ${part} hangs on one hinge.\n`)
  .join('\n');
const text = `${session}\n#### mend it\n\nThe latch now closes. Nothing else was touched.\n`;
const at = (passages: ReturnType<typeof readPassages>, words: string): number =>
  [...passages.starts.keys()].findIndex((passage) => passages.text.slice(passages.starts[passage], passages.ends[passage]).includes(words));

describe('what is told around quoted blocks', () => {
  it('is worth more than lines inside that hold the same words, and most where it ends', () => {
    const passages = readPassages(text);
    const scores = questionScores(passages, 'Which hinge holds the gate?', undefined)!;
    const inside = at(passages, 'a long listing about the gate of part 2');
    expect(scores[at(passages, 'part 2 hangs on one hinge')]).toBeGreaterThan(scores[inside]!);
    expect(scores[at(passages, 'Nothing else was touched')]).toBeGreaterThan(scores[at(passages, '#### look at part 1')]!);
  });

  it('is weighed only where the text is talk around several large blocks', () => {
    for (const other of [
      text.replaceAll('```', ''),
      `${block(1)}\nOne block and a word.\n`,
      `${'Much is said about the gate. '.repeat(400)}\n${block(1)}${block(2)}`,
    ]) {
      const passages = readPassages(other);
      const scores = new Float64Array(passages.count).fill(0.5);
      expect(weighTold(passages, scores)).toEqual(scores);
    }
  });
});
