import { createHeadroom, parseMarkers } from '@headroom/core';
import { Document } from '@langchain/core/documents';
import { FakeRetriever } from '@langchain/core/utils/testing';
import { describe, expect, it } from 'vitest';
import { rows } from '../../../../test/support/machine-rows.ts';
import { HeadroomDocumentCompressor, HeadroomRetriever, headroomTools, type HeadroomLangChainEvent } from '../index.ts';

const long = (): Document => new Document({ id: 'd1', pageContent: JSON.stringify(rows), metadata: { source: 'rows.json' } });
const short = (): Document => new Document({ pageContent: 'short' });
const settings = { offload: 'never', bias: 0.3 } as const;
const markersIn = (text: string | undefined): number => parseMarkers(text ?? '').length;

describe('HeadroomDocumentCompressor', () => {
  it("I7: changes the text alone, and no document of the caller's", async () => {
    const [document, other] = [Object.freeze(long()), Object.freeze(short())];
    const [compressed, untouched] = await new HeadroomDocumentCompressor({ ...settings, redemption: 'tool' }).compressDocuments(
      [document, other],
      'Which row failed?',
    );
    expect(untouched).toBe(other);
    expect(compressed).toBeInstanceOf(Document);
    expect(compressed).toMatchObject({ id: 'd1', metadata: { source: 'rows.json' } });
    expect(markersIn(compressed?.pageContent)).toBe(1);
    expect(compressed?.pageContent).toContain('failed: disk 3');
    expect(document.pageContent).toBe(JSON.stringify(rows));
  });

  it('I2: leaves nothing out unless a tool over the same engine was made', async () => {
    const headroom = createHeadroom(settings);
    const compressor = new HeadroomDocumentCompressor({ headroom });
    const [before] = await compressor.compressDocuments([long()], 'q');
    expect(markersIn(before?.pageContent)).toBe(0);
    const [tool] = headroomTools({ headroom });
    const [after] = await compressor.compressDocuments([long()], 'q');
    const [marker] = parseMarkers(after?.pageContent ?? '');
    expect(await tool?.invoke({ hash: marker?.handle, path: '$[177].state' })).toContain('failed: disk 3');
  });

  it.each(['off', 'audit'] as const)('I9: %s gives the same documents back', async (mode) => {
    const document = long();
    expect((await new HeadroomDocumentCompressor({ ...settings, mode, redemption: 'tool' }).compressDocuments([document], 'q'))[0]).toBe(
      document,
    );
  });

  it('I6: an engine that fails lets the documents through, and says so', async () => {
    const events: HeadroomLangChainEvent[] = [];
    const broken = { ...createHeadroom(settings), compressText: () => Promise.reject(new Error('broken')) };
    const document = long();
    const compressor = new HeadroomDocumentCompressor({ headroom: broken, onEvent: (event) => events.push(event) });
    expect(await compressor.compressDocuments([document], 'q')).toEqual([document]);
    expect(events).toMatchObject([{ type: 'prompt-passed' }]);
  });
});

describe('HeadroomRetriever', () => {
  it('compresses what the wrapped retriever finds, within one run', async () => {
    const starts: string[] = [];
    const retriever = new HeadroomRetriever(new FakeRetriever({ output: [long(), short()] }), { ...settings, redemption: 'tool' });
    const found = await retriever.invoke('Which row failed?', {
      callbacks: [{ handleRetrieverStart: (_retriever, _query, _run, parent) => void starts.push(parent ?? 'root') }],
    });
    expect(found.map(({ pageContent }) => markersIn(pageContent))).toEqual([1, 0]);
    expect(starts).toHaveLength(2);
    expect(starts.filter((parent) => parent === 'root')).toHaveLength(1);
  });
});
