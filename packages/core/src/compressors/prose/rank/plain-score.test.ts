import { describe, expect, it } from 'vitest';
import { readPassages } from '../read/read-passages.ts';
import { plainScores } from './plain-score.ts';

/** What the third of four paragraphs is worth. */
function worthOf(paragraph: string): number {
  const text = [
    'The yard lies by the river and has a long wall.',
    'Boats are built there in spring.',
    paragraph,
    'In winter it is closed.',
  ];
  return plainScores(readPassages(text.join('\n\n')))[2]!;
}

describe('the worth of a passage where nothing is asked', () => {
  it('grows with what went wrong, and not with its denial', () => {
    const plain = worthOf('The gate of the dock opened with the tide.');
    expect(worthOf('The gate of the dock failed with the tide.')).toBeGreaterThan(plain);
    expect(worthOf('The gate of the dock had no errors with the tide.')).toBeLessThan(
      worthOf('The gate of the dock had errors with the tide.'),
    );
  });

  it('grows with rules and numbers', () => {
    const plain = worthOf('The gate of the dock opened with the tide.');
    expect(worthOf('The gate of the dock must open with the tide.')).toBeGreaterThan(plain);
    expect(worthOf('The gate of the dock opened 40 times.')).toBeGreaterThan(plain);
  });
});
