import { createHeadroom, createMemoryStore, detectKind, type CompressContext } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { codeCompressor } from '../code-compressor.ts';
import { resolveCodeOptions } from '../code-options.ts';
import { statements } from '../test-support.ts';
import { compressNotebook } from './compress-notebook.ts';
import { cutOutput } from './cut-output.ts';
import { readNotebook } from './read-notebook.ts';

const lines = (text: string): readonly string[] => text.split(/(?<=\n)/);

const body = `def clean(rows, limit: int = 40):
    """Leaves out what cannot be measured."""
${statements(120, (index) => `    rows = rows.dropna(subset=["column_${index}"])`)}    if len(rows) > limit:
        raise ValueError("too many rows are left")
    return rows
`;

const prose = statements(
  30,
  (index) =>
    `Paragraph ${index} tells of station number ${index}, which was built in ${1900 + index}. It stands on a hill above the sea.\n`,
);

const cells = [
  { cell_type: 'markdown', id: 'a1', metadata: {}, source: lines(`# Weather\n\n${prose}`) },
  { cell_type: 'code', id: 'b2', metadata: {}, execution_count: 3, outputs: [], source: lines(`import pandas as pd\n\n${body}`) },
  {
    cell_type: 'code',
    id: 'c3',
    metadata: { collapsed: false },
    execution_count: 4,
    source: 'clean(pd.read_csv("stations.csv"))',
    outputs: [
      { output_type: 'stream', name: 'stdout', text: lines(statements(200, (index) => `row ${index} of the table was read`)) },
      {
        output_type: 'display_data',
        metadata: {},
        data: { 'image/png': 'iVBORw0KGgo'.repeat(2000), 'text/plain': ['<Figure size 640x480>'] },
      },
      {
        output_type: 'error',
        ename: 'ValueError',
        evalue: 'too many rows are left',
        traceback: ['\u001b[0;31mTraceback\u001b[0m', '  line 44, in clean', 'ValueError: too many rows are left'],
      },
    ],
  },
];
const notebook = JSON.stringify(
  { cells, metadata: { language_info: { name: 'python' }, kernelspec: { language: 'python' } }, nbformat: 4, nbformat_minor: 5 },
  null,
  1,
);

describe('a notebook', () => {
  it('is told from other JSON by its cells and its format', () => {
    expect(detectKind(notebook).kind).toBe('notebook');
    expect(detectKind(JSON.stringify(JSON.parse(notebook))).kind).toBe('notebook');
    expect(detectKind('{"cells":[{"row":1}],"metadata":{"of":"a table"}}').kind).toBe('json');
    expect(readNotebook('{"cells":[{"row":1}],"nbformat":4}')).toBeUndefined();
    expect(readNotebook('{"cells":')).toBeUndefined();
  });

  it('is shown cell by cell: code as code, text as text, outputs cut, data told of; the JSON stays in the store', async () => {
    const headroom = createHeadroom({ compressors: [codeCompressor()], store: createMemoryStore(), deadlineMs: 60_000 });
    const shown = await headroom.compressText(notebook, { question: 'When does clean raise an error?' });
    expect(shown).toMatchObject({ kind: 'notebook', compressor: 'code' });
    expect(shown.text).toContain('[notebook in python, 3 cells;');
    expect(shown.text).toContain('[cells[1] code, run 3]\nimport pandas as pd\n');
    expect(shown.text).toContain('def clean(rows, limit: int = 40):');
    expect(shown.text).toContain('raise ValueError("too many rows are left")');
    expect(shown.text).toMatch(/\n {4}# lines \d+-\d+ …/);
    expect(shown.text).toContain('[lines 6-196 of the output offloaded]');
    expect(shown.text).toContain('[image/png, 22000 characters offloaded]');
    expect(shown.text).toContain('[output: failed]\nTraceback\n  line 44, in clean\nValueError: too many rows are left');
    expect(shown.text).toContain('# Weather');
    expect(shown.text).not.toContain('station number 17');
    expect(shown.tokensAfter).toBeLessThan(shown.tokensBefore * 0.3);
    const [hash = ''] = shown.handles;
    const cell = await headroom.retrieve({ hash, path: 'cells[1].source[126]' });
    expect(cell.text).toContain('return rows');
    await headroom.close();
  });

  it('I11: counts what is missing by what it is: lines, sentences within lines, data, and keys of the JSON', async () => {
    const one = `${Array.from({ length: 40 }, (_, index) => `Station ${index} was built in ${1900 + index} and stands on a hill.`).join(' ')}\n`;
    const text = JSON.stringify({
      cells: [
        { cell_type: 'markdown', id: 'a', metadata: {}, source: one },
        {
          cell_type: 'code',
          metadata: {},
          execution_count: 1,
          source: 'a()',
          outputs: [{ output_type: 'stream', name: 'stdout', text: 'b' }],
        },
      ],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    });
    const context: CompressContext = {
      fidelity: 'reversible',
      tokensBefore: 1000,
      tokenBudget: 300,
      count: ({ length }) => Math.ceil(length / 4),
      handleTokens: 20,
    };
    const payload = { text, kind: 'notebook', question: 'When was station 7 built?' } as const;
    const shown = await compressNotebook(payload, context, resolveCodeOptions());
    const count = (unit: string): number => shown?.omissions.find((omission) => omission.unit === unit)?.count ?? 0;
    const standing = [...(shown?.text ?? '').matchAll(/Station \d+ was built/g)].length;
    expect(standing).toBeGreaterThan(0);
    expect(count('sentences')).toBe(40 - standing);
    expect(count('lines')).toBe(0);
    // An id, two for metadata of cells, the name of a stream, and three of the notebook.
    expect(count('keys')).toBe(7);
  });

  it('numbers the lines that are left out within their cell', async () => {
    const headroom = createHeadroom({ compressors: [codeCompressor()], deadlineMs: 60_000 });
    const shown = await headroom.compressText(notebook, { question: 'When does clean raise an error?' });
    const source = `import pandas as pd\n\n${body}`.split('\n');
    const code = shown.text.split('[cells[1] code, run 3]\n')[1]!.split('\n\n[cells[2]')[0]!.split('\n');
    const restored: string[] = [];
    for (const line of code) {
      const gap = /# lines? (\d+)(?:-(\d+))? …/.exec(line);
      if (gap === null) restored.push(line);
      else restored.push(...source.slice(Number(gap[1]) - 1, Number(gap[2] ?? gap[1])));
    }
    expect(restored.join('\n')).toBe(source.join('\n').trimEnd());
    await headroom.close();
  });

  it('is JSON as before where no compressor of code is installed, and stays whole where nothing may be left out', async () => {
    const plain = createHeadroom({ deadlineMs: 60_000 });
    expect(await plain.compressText(notebook)).toMatchObject({ kind: 'notebook', compressor: 'json' });
    await plain.close();
    const whole = createHeadroom({ compressors: [codeCompressor({ code: 'verbatim' })], deadlineMs: 60_000 });
    expect((await whole.compressText(notebook)).text).toBe(notebook);
    await whole.close();
  });
});

describe('an output', () => {
  it('stays whole where it is short', () => {
    expect(cutOutput({ text: 'a\nb\n', outcome: 'printed', data: [] }, '')).toEqual({ text: 'a\nb', hidden: 0 });
  });

  it('keeps its ends and what is asked for, and tells of the rest in its place', () => {
    const text = statements(50, (index) => (index === 30 ? 'loss of the validation: 0.25' : `step ${index}`));
    const cut = cutOutput({ text, outcome: 'printed', data: [] }, 'What was the validation loss?');
    expect(cut.text).toContain('loss of the validation: 0.25');
    expect(cut.text.split('\n').filter((line) => line.startsWith('['))).toEqual([
      '[lines 6-30 of the output offloaded]',
      '[lines 32-46 of the output offloaded]',
    ]);
    expect(cut.hidden).toBe(40);
    expect(cutOutput({ text: 'x'.repeat(10_000), outcome: 'printed', data: [] }, '').text).toMatch(/x\[9400 characters offloaded\]$/);
  });
});
