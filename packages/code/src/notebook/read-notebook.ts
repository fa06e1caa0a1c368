/** A cell of a notebook with what it printed. */
export interface Cell {
  readonly kind: 'code' | 'markdown' | 'raw';
  readonly source: string;
  /** How often the kernel had run when it ran this cell; undefined where it did not. */
  readonly run: number | undefined;
  readonly outputs: readonly Output[];
}

/** What a cell printed: text, or data that no reader of text can use. */
export interface Output {
  readonly text: string;
  readonly outcome: 'printed' | 'failed';
  /** Kinds of data that stand beside the text or instead of it, with their lengths in characters. */
  readonly data: readonly { readonly type: string; readonly characters: number }[];
}

/** A notebook as Jupyter writes it. */
export interface Notebook {
  /** The kernel's language, as its metadata name it; empty where they do not. */
  readonly language: string;
  readonly cells: readonly Cell[];
  /** Keys of the notebook, its cells and their outputs whose values are not among these fields. */
  readonly otherKeys: number;
}

const known = {
  notebook: new Set(['cells']),
  cell: new Set(['cell_type', 'source', 'execution_count', 'outputs']),
  output: new Set(['output_type', 'text', 'data', 'traceback', 'ename', 'evalue']),
} as const;

/** Reads the JSON of a notebook (nbformat 4); undefined where the text is none. */
export function readNotebook(text: string): Notebook | undefined {
  const value = parsed(text);
  if (!isObject(value) || !Array.isArray(value.cells) || typeof value.nbformat !== 'number') return undefined;
  const cells = value.cells.map(readCell);
  if (cells.includes(undefined)) return undefined;
  return { language: languageOf(value.metadata), cells: cells as readonly Cell[], otherKeys: countOthers(value, value.cells) };
}

function countOthers(notebook: object, cells: readonly unknown[]): number {
  const others = (value: object, of: ReadonlySet<string>): number => Object.keys(value).filter((key) => !of.has(key)).length;
  let count = others(notebook, known.notebook);
  for (const cell of cells.filter(isObject)) {
    count += others(cell, known.cell);
    const outputs: readonly unknown[] = Array.isArray(cell.outputs) ? cell.outputs : [];
    for (const output of outputs.filter(isObject)) count += others(output, known.output);
  }
  return count;
}

function readCell(cell: unknown): Cell | undefined {
  if (!isObject(cell)) return undefined;
  const { cell_type: kind, source, execution_count: run, outputs } = cell;
  const said = joined(source);
  if (said === undefined || (kind !== 'code' && kind !== 'markdown' && kind !== 'raw')) return undefined;
  return {
    kind,
    source: said,
    run: typeof run === 'number' ? run : undefined,
    outputs: Array.isArray(outputs) ? outputs.filter(isObject).map(readOutput) : [],
  };
}

function readOutput(output: Readonly<Record<string, unknown>>): Output {
  const { output_type: kind, text, data, traceback, ename, evalue } = output;
  if (kind === 'error') return { text: failure(traceback, ename, evalue), outcome: 'failed', data: [] };
  if (!isObject(data)) return { text: joined(text) ?? '', outcome: 'printed', data: [] };
  const plain = joined(data['text/plain']) ?? joined(data['text/markdown']) ?? '';
  const others = Object.entries(data).filter(([type]) => type !== 'text/plain' && (type !== 'text/markdown' || 'text/plain' in data));
  return { text: plain, outcome: 'printed', data: others.map(([type, content]) => ({ type, characters: lengthOf(content) })) };
}

// Terminals are coloured by this very character.
const colour = /\u001b\[[\d;]{0,20}m/g;

function failure(traceback: unknown, name: unknown, value: unknown): string {
  const frames = Array.isArray(traceback) ? traceback.filter((line) => typeof line === 'string').join('\n') : '';
  return frames === '' ? `${String(name)}: ${String(value)}` : frames.replaceAll(colour, '');
}

function languageOf(metadata: unknown): string {
  if (!isObject(metadata)) return '';
  const { language_info: info, kernelspec } = metadata;
  const name = isObject(info) ? info.name : isObject(kernelspec) ? kernelspec.language : undefined;
  return typeof name === 'string' ? name : '';
}

/** Texts of several lines are lists of lines. */
function joined(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((line) => typeof line === 'string') ? value.join('') : undefined;
}

function lengthOf(content: unknown): number {
  return joined(content)?.length ?? JSON.stringify(content)?.length ?? 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
