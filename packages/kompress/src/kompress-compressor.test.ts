import { compressorSuite } from '@headroom/conformance';
import { createHeadroom, createMemoryStore, type Candidate, type CompressContext, type Compressor } from '@headroom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKompress, type OpenScorer } from './create-kompress.ts';
import { kompressCompressor } from './kompress-compressor.ts';
import { resolveKompressOptions, type KompressOptions } from './kompress-options.ts';
import { contextFor, countRoughly, openEmptyScorer, openListScorer, payloadOf } from './test-support.ts';

const create = (options: KompressOptions = {}, open: OpenScorer = openListScorer): Compressor =>
  createKompress(resolveKompressOptions(options), open);

const compress = async (
  text: string,
  options: KompressOptions = {},
  context: Partial<CompressContext> = {},
  question = '',
): Promise<Candidate | undefined> => create(options).compress(payloadOf(text, question), { ...contextFor(text), ...context });

const paragraph =
  'The harbour of the town was opened in the year 1911 by the council, and it is still the largest of the coast. It does not take ships that are longer than 80 metres, ' +
  'unless the pilot of the harbour has agreed to it. There is also a small museum at the quay, which is open on Mondays.\n';
const guide = Array.from({ length: 12 }, (_, index) => `## Part ${index + 1}\n\n${paragraph}`).join('\n');
const mixed = `${guide}\n\`\`\`js\n${Array.from({ length: 60 }, (_, index) => `const value${index} = the(of, is, ${index});`).join('\n')}\n\`\`\`\n`;

for (const [name, options] of [
  ['by question', {}],
  ['all sentences', { sentences: 'all' }],
  ['a ratio', { targetRatio: 0.3 }],
] as const) {
  describe(`conformance, ${name}`, () => {
    compressorSuite({
      test: { describe, it, expect },
      createCompressor: () => create(options),
      payloads: {
        'a guide': payloadOf(guide),
        'a guide with a question': payloadOf(guide, 'When was the harbour opened?'),
        'text around code': payloadOf(mixed, '', 'mixed'),
        'one paragraph': payloadOf(paragraph),
        'another language': payloadOf('El puerto de la ciudad fue inaugurado en 1911 por el concejo de la ciudad.\n'.repeat(30)),
      },
      options: { hostileLength: 200_000 },
    });
  });
}

describe('words', () => {
  it('go where nobody needs them, and how many is said once, at the end', async () => {
    const candidate = await compress(paragraph, { sentences: 'all' });
    expect(candidate?.text).toBe(
      'harbour town opened year 1911 council, still largest coast. does not take ships longer than 80 metres, unless pilot of harbour has agreed to it. ' +
        'small museum quay, open Mondays.\n[28 of 58 words offloaded throughout]',
    );
    expect(candidate?.omissions).toEqual([{ unit: 'words', count: 28, where: '', facts: [] }]);
    expect(candidate?.method).toBe('a list of idle words');
  });

  it('never go from headings, code, tables, labels of turns or short lines', async () => {
    const verbatim = [
      '# The harbour of the town is the best of them',
      '```\nthe line of the code is in the fence and it is long enough\n```',
      '| the name of the ship | the length of it is here |\n| --- | --- |\n| the ship of the line | it is 80 of the metres |',
      '    the.block = of(the.code); is.in(the, text); // of it',
      'Of the town.',
    ];
    const text = verbatim.map((part) => `${part}\n\n${paragraph}`).join('\n');
    const candidate = await compress(text, { sentences: 'all' });
    expect(candidate).toBeDefined();
    for (const part of verbatim) expect(candidate?.text).toContain(part);
  });

  it('stay in other languages', async () => {
    const spanish =
      'El puerto de la ciudad fue inaugurado en el año 1911 por el concejo, y es todavía el más grande de la costa, a no ser que se diga.\n'.repeat(
        20,
      );
    expect(await compress(spanish, { sentences: 'all' }, {})).toBeUndefined();
    const both = await compress(`${paragraph}\n${spanish}`, { sentences: 'all' });
    expect(both?.text).toContain(spanish.trim());
  });

  it('I9: stay where nothing may be left out', async () => {
    expect(await compress(guide, {}, { fidelity: 'lossless' })).toBeUndefined();
  });

  it('stay where the model wants all of them', async () => {
    expect(await compress(paragraph, { sentences: 'all', threshold: 0 })).toBeUndefined();
  });
});

describe('sentences', () => {
  it('are chosen first, the same as without words, and take less without them', async () => {
    const context = { tokenBudget: Math.floor(countRoughly(guide) * 0.3) };
    const chosen = await compress(guide, {}, context);
    const plain = await compress(guide, { threshold: 0 }, context);
    const told = (candidate: Candidate | undefined): readonly string[] =>
      candidate?.omissions.filter(({ unit }) => unit !== 'words').map(({ unit, count }) => `${count} ${unit}`) ?? [];
    expect(told(plain)).not.toEqual([]);
    expect(told(chosen)).toEqual(told(plain));
    expect(plain?.tokens).toBeLessThanOrEqual(context.tokenBudget);
    expect(chosen?.tokens).toBeLessThan(plain?.tokens ?? 0);
    expect(chosen?.omissions.map(({ unit }) => unit)).toContain('words');
    expect(plain?.omissions.map(({ unit }) => unit)).not.toContain('words');
  });

  it('answer the question', async () => {
    const text = `${guide}\nThe lighthouse of the town was built by Ada Smith, who is not from the coast.\n\n${guide}`;
    const chosen = await compress(text, {}, { tokenBudget: Math.floor(countRoughly(text) * 0.1) }, 'Who built the lighthouse?');
    expect(chosen?.text).toContain('Ada Smith');
    expect(chosen?.text).toContain('not from');
  });

  it('all stay where the option says so, whatever the budget', async () => {
    const candidate = await compress(guide, { sentences: 'all' }, { tokenBudget: 50 });
    expect(candidate?.omissions.map(({ unit }) => unit)).toEqual(['words']);
    expect(candidate?.text.match(/^## Part/gm)).toHaveLength(12);
  });
});

describe('in the engine', () => {
  // The guide repeats its own paragraphs, which would be told by reference.
  const options = { minimumTokens: 20, offload: 'never', repeats: 'show' } as const;

  it('I1, I2, I8: carries a handle, gives the original back, says what ran, and is not compressed again', async () => {
    const headroom = createHeadroom({ ...options, compressors: [create()] });
    const result = await headroom.compressText(guide);
    expect(result).toMatchObject({ compressor: 'kompress', method: 'a list of idle words', fidelity: 'reversible' });
    expect(result.text).toMatch(/words offloaded throughout\]\n<<ccr:[0-9a-f]{24} .*\d+_words_offloaded.*>>$/);
    const answer = await headroom.retrieve({ hash: result.handles[0] ?? '', budget: 100_000 });
    expect(answer).toMatchObject({ found: true });
    expect((await headroom.compressText(result.text)).fidelity).toBe('unchanged');
    expect((await headroom.compressText(guide, { redemption: 'none' })).fidelity).toBe('unchanged');
    await headroom.close();
  });

  it('I4, I6: a deadline stops the model, and the decision outlives the process in the store', async () => {
    const store = createMemoryStore();
    let stopped = false;
    const slow: OpenScorer = async () => ({
      method: 'slow',
      score: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            stopped = true;
            reject(signal.reason as Error);
          });
        }),
    });
    const first = createHeadroom({ ...options, store, deadlineMs: 50, compressors: [create({}, slow)] });
    expect(await first.compressText(guide)).toMatchObject({ text: guide, reason: 'deadline' });
    expect(stopped).toBe(true);
    const second = createHeadroom({ ...options, store, compressors: [create()] });
    expect(await second.compressText(guide)).toMatchObject({ text: guide, reason: 'deadline' });
    await second.close();
  });

  it('I6: passes the text, and says why, where the model cannot be had', async () => {
    const headroom = createHeadroom({ ...options, compressors: [kompressCompressor({ model: { directory: '/nowhere' } })] });
    const messages = [
      { role: 'user', content: 'go' },
      { role: 'tool', tool_call_id: 'a', content: guide },
    ];
    const { messages: sent, receipt } = await headroom.compress(messages);
    expect(sent).toBe(messages);
    expect(receipt.segments.find(({ role }) => role === 'tool')).toMatchObject({
      reason: 'compressor-failed',
      detail: expect.stringContaining('headroom models pull') as string,
    });
    await headroom.close();
  });
});

describe('properties', () => {
  const sentence = fc
    .array(
      fc.constantFrom(
        'the',
        'of',
        'harbour',
        'is',
        'not',
        'very',
        'if',
        '5',
        'metres',
        'and',
        'that',
        'Ada',
        '`the of`',
        'a/b',
        '(the',
        'of)',
        'it,',
        '"the',
        'of"',
      ),
      { minLength: 6, maxLength: 20 },
    )
    .map((words) => `${words.join(' ')}.`);
  const block = fc.oneof(
    { weight: 5, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' ')) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '# The head of it',
        '```\nthe of is the of is\n```',
        '| the | of |\n|---|---|\n| the | of |',
        '- the item of the list is of it and that',
      ),
    },
  );

  it('I5, I11: lines stay lines, words stay in order, and the counts are true, with a model that wants nothing to stay', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 12 }), async (blocks) => {
        const text = blocks.join('\n\n');
        const candidate = await create({ sentences: 'all' }, openEmptyScorer).compress(payloadOf(text), contextFor(text));
        if (candidate === undefined) return;
        const lines = candidate.text.split('\n');
        const stated = /^\[(\d+) of \d+ words offloaded throughout\]$/.exec(lines.pop() ?? '');
        expect(candidate.omissions).toEqual([{ unit: 'words', count: Number(stated?.[1]), where: '', facts: [] }]);
        const original = text.split('\n');
        expect(lines).toHaveLength(original.length);
        const words = (line: string): readonly string[] => line.split(' ').map((each) => each.replace(/[.,]+$/, ''));
        let gone = 0;
        lines.forEach((line, index) => {
          const before = words(original[index] ?? '');
          let at = 0;
          for (const each of words(line)) {
            at = before.indexOf(each, at) + 1;
            expect(at).toBeGreaterThan(0);
          }
          gone += before.length - words(line).length;
        });
        expect(gone).toBe(Number(stated?.[1]));
        expect(countRoughly(candidate.text)).toBeLessThan(countRoughly(text));
      }),
      { numRuns: 200 },
    );
  });
});
