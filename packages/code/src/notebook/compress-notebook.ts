import { chooseSentences, readPassages, type Candidate, type CompressContext, type Payload } from '@headroom/core';
import { hideInFiles, type ShownFiles } from '../hide-in-files.ts';
import { sourceLines } from '../files/source-lines.ts';
import type { SourceFile } from '../files/split-files.ts';
import { languageOfWord } from '../languages/find-language.ts';
import type { ResolvedCodeOptions } from '../code-options.ts';
import { renderPayload } from '../render/render-payload.ts';
import { cutOutput } from './cut-output.ts';
import { readNotebook, type Cell, type Notebook } from './read-notebook.ts';

/** Parts of the budget that the code of all cells and the text of all others may take; outputs are cut by lines. */
const ofBudget = { code: 0.6, markdown: 0.3 } as const;
/** Images fill a budget with room that code and text do not need: of their own tokens they keep this part, with a question and without. */
const ofThemselves = { code: { asked: 0.35, unasked: 0.6 }, markdown: { asked: 0.4, unasked: 0.7 } } as const;
/** So many tokens stay in any case. */
const small = { code: 400, markdown: 200, cell: 60 } as const;

function roomFor(kind: 'code' | 'markdown', tokens: number, { question }: Payload, { tokenBudget }: CompressContext): number {
  const own = tokens * ofThemselves[kind][question === '' ? 'unasked' : 'asked'];
  return Math.floor(Math.max(small[kind], Math.min(tokenBudget * ofBudget[kind], own)));
}

/**
 * Shows a notebook cell by cell: code as it stands without the interiors of bodies nobody asked for, text by its sentences, outputs by their ends and what is asked for. Images
 * and other data are told of; the JSON itself stays in the store, where `headroom_retrieve` finds each cell by its path.
 */
export async function compressNotebook(
  payload: Payload,
  context: CompressContext,
  options: ResolvedCodeOptions,
): Promise<Candidate | undefined> {
  const notebook = readNotebook(payload.text);
  if (notebook === undefined || context.fidelity === 'lossless' || options.code === 'verbatim') return undefined;
  const code = await shownCode(notebook, payload, context, options);
  const markdown = shownMarkdown(notebook, payload, context);
  const out = [opening(notebook)];
  let [lines, sentences, data] = [0, 0, 0];
  for (const [index, cell] of notebook.cells.entries()) {
    const shown = cell.kind === 'code' ? code.get(index) : markdown.get(index);
    out.push('', headerOf(cell, index), shown?.text ?? cell.source.trimEnd());
    lines += shown?.lines ?? 0;
    sentences += shown?.sentences ?? 0;
    for (const output of cell.outputs) {
      const cut = cutOutput(output, payload.question);
      out.push(output.outcome === 'failed' ? '[output: failed]' : '[output]');
      if (cut.text !== '') out.push(cut.text);
      for (const { type, characters } of output.data) out.push(`[${type}, ${characters} characters offloaded]`);
      lines += cut.hidden;
      data += output.data.length;
    }
  }
  return {
    text: out.join('\n'),
    fidelity: 'reversible',
    omissions: [
      { unit: 'lines', count: lines, where: '', facts: [] },
      { unit: 'sentences', count: sentences, where: '', facts: [] },
      { unit: 'outputs', count: data, where: '', facts: [] },
      { unit: 'keys', count: notebook.otherKeys, where: 'metadata', facts: [] },
    ].filter(({ count }) => count > 0),
  };
}

function opening({ language, cells }: Notebook): string {
  const named = language === '' ? '' : ` in ${language}`;
  return `[notebook${named}, ${cells.length} cells; lines are counted within each; the path "cells[0]" gives one whole; metadata offloaded]`;
}

function headerOf({ kind, run }: Cell, index: number): string {
  return `[cells[${index}] ${kind}${run === undefined ? '' : `, run ${run}`}]`;
}

/** A part of a cell as it is shown, and how many of its lines, and of the sentences within others, are not. */
interface Shown {
  readonly text: string;
  readonly lines: number;
  readonly sentences: number;
}

/** All code is weighed together, each cell as a file of its own. */
async function shownCode(
  { cells, language }: Notebook,
  payload: Payload,
  context: CompressContext,
  options: ResolvedCodeOptions,
): Promise<ReadonlyMap<number, Shown>> {
  const known = languageOfWord(language);
  const files: SourceFile[] = [];
  const indexes: number[] = [];
  const parts: string[] = [];
  let firstLine = 0;
  for (const [index, { kind, source }] of cells.entries()) {
    if (kind !== 'code' || source.trim() === '') continue;
    const text = source.endsWith('\n') ? source : `${source}\n`;
    const lines = sourceLines(text);
    files.push({ firstLine, lines, path: undefined, language: known, gutters: undefined });
    indexes.push(index);
    parts.push(text);
    firstLine += lines.count;
  }
  const lines = sourceLines(parts.join(''));
  const tokensBefore = context.count(lines.text);
  const tokenBudget = roomFor('code', tokensBefore, payload, context);
  const shown: ShownFiles | undefined =
    tokensBefore <= tokenBudget
      ? undefined
      : await hideInFiles(lines, files, { payload, options, context: { ...context, tokensBefore, tokenBudget } });
  return new Map(
    files.map(({ firstLine: first, lines: own }, at) => {
      const gaps = (shown?.gaps ?? []).filter((gap) => gap.first >= first && gap.first < first + own.count);
      const within = gaps.map((gap) => ({ ...gap, first: gap.first - first, last: gap.last - first }));
      return [
        indexes[at]!,
        {
          text: renderPayload(own, within).trimEnd(),
          lines: within.reduce((sum, gap) => sum + gap.last - gap.first + 1, 0),
          sentences: 0,
        },
      ];
    }),
  );
}

/** Text between code is prose; each cell has its part of the room by its length. */
function shownMarkdown({ cells }: Notebook, payload: Payload, context: CompressContext): ReadonlyMap<number, Shown> {
  const tokens = cells.map(({ kind, source }) => (kind === 'markdown' ? context.count(source) : 0));
  const all = tokens.reduce((sum, count) => sum + count, 0);
  const room = roomFor('markdown', all, payload, context);
  const found = new Map<number, Shown>();
  if (all <= room) return found;
  for (const [index, { source }] of cells.entries()) {
    const own = tokens[index]!;
    const budget = Math.max(small.cell, Math.floor((room * own) / all));
    if (own <= budget) continue;
    const chosen = chooseSentences({
      passages: readPassages(source),
      payload: { ...payload, text: source, kind: 'prose' },
      context: { ...context, tokensBefore: own, tokenBudget: budget },
      budget,
    });
    if (chosen === undefined || chosen.tokens >= own) continue;
    const missing = (unit: string): number => chosen.omissions.find((omission) => omission.unit === unit)?.count ?? 0;
    found.set(index, { text: chosen.text.trimEnd(), lines: missing('lines'), sentences: missing('sentences') });
  }
  return found;
}
