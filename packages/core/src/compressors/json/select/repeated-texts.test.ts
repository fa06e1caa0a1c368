import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../model.ts';
import { readDocument } from '../scan/read-document.ts';
import { buildOutline } from './build-outline.ts';
import { measureColumn } from './column-statistics.ts';
import { opaqueKeys } from './opaque-keys.ts';
import { noQuestion, viewQuestion } from './question.ts';
import { repeatedTexts } from './repeated-texts.ts';

const statisticsOf = (native: unknown) =>
  buildOutline(readDocument(JSON.stringify(native))?.values[0] as JsonValue).columns.map(measureColumn);
const prose = (id: number): string => `Report number ${id} tells that nothing of note happened. `.repeat(5);

describe('repeatedTexts', () => {
  it('finds texts that repeat a sibling in another dress, and proves it by their letters', () => {
    const rows = Array.from({ length: 9 }, (_, id) => ({
      id,
      body: prose(id),
      body_html: `<p class="x">${prose(id).replaceAll('. ', '.</p>\n<p>')}</p>`,
      body_notes: `Quite another text, number ${id}, about something else altogether. `.repeat(4),
    }));
    expect([...repeatedTexts(statisticsOf(rows))]).toEqual([['body_html', 'body']]);
  });

  it('finds none where names only begin alike', () => {
    const rows = Array.from({ length: 9 }, (_, id) => ({
      id,
      text: prose(id),
      textile: `Wool and linen are woven in town ${id}. `.repeat(6),
    }));
    expect(repeatedTexts(statisticsOf(rows)).size).toBe(0);
  });
});

describe('opaqueKeys', () => {
  const rows = Array.from({ length: 12 }, (_, id) => ({
    id: `5232e7566750db2abac0c84df294c377${id}0000000`,
    node_id: `MDExOlB1bGxSZXF1ZXN0Njg1MDE0N${id}x0Zz`,
    events_url: `https://api.example.com/rows/${id}/events`,
    html_url: `https://example.com/rows/${id}`,
    title: `A row with a number, ${id}`,
  }));

  it('finds hashes and links that do not identify their row', () => {
    expect([...opaqueKeys(statisticsOf(rows), noQuestion)]).toEqual(['node_id', 'events_url']);
  });

  it('leaves what the question names', () => {
    const asked = viewQuestion('Where are the events?', undefined) ?? noQuestion;
    expect([...opaqueKeys(statisticsOf(rows), asked)]).toEqual(['node_id']);
    const mentioned = viewQuestion('What is MDExOlB1bGxSZXF1ZXN0Njg1MDE0N3x0Zz?', undefined) ?? noQuestion;
    expect([...opaqueKeys(statisticsOf(rows), mentioned)]).toEqual(['events_url']);
  });
});
