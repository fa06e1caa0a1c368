import { hubCacheFolder, inspectKompress, locateModel, publishedModel } from '@headroom/kompress';
import type { CommandOptions } from '../command-line.ts';
import { hubEndpoint } from '../models/hub-file.ts';
import { pullModel } from '../models/pull-model.ts';
import type { Streams, Writer } from '../output/streams.ts';
import { formatBytes, formatTable } from '../output/table.ts';

/** Says which models of prose are here. */
export async function listModels(options: CommandOptions, { output }: Streams): Promise<void> {
  const models = [await describeLite(), await describePublished()];
  await output.write(
    options.json === 'json' ? `${JSON.stringify({ models })}\n` : formatTable(models.map(({ name, found }) => [name, found] as const)),
  );
}

interface ModelRow {
  readonly name: string;
  readonly state: 'here' | 'missing';
  readonly found: string;
}

async function describeLite(): Promise<ModelRow> {
  const { method, loadMilliseconds } = await inspectKompress();
  return { name: 'lite', state: 'here', found: `in the package, runs as ${method}, loaded in ${loadMilliseconds.toFixed(0)} ms` };
}

async function describePublished(): Promise<ModelRow> {
  const name = 'kompress-v2-base';
  try {
    const [first = ''] = (await locateModel(name)).models;
    return { name, state: 'here', found: first };
  } catch (error) {
    return { name, state: 'missing', found: `not here: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Fetches the published model: the only thing that the program ever downloads, and only when it is told to. */
export async function fetchModel(options: CommandOptions, { output, remarks }: Streams): Promise<void> {
  const endpoint = hubEndpoint();
  if (options.json === 'human') await remarks.write(`${publishedModel.id} from ${endpoint} to ${hubCacheFolder()}\n`);
  const files = await pullModel({ endpoint, onFile: (path, size) => progressOn(remarks, path, size) });
  await output.write(options.json === 'json' ? `${JSON.stringify({ files })}\n` : files.map((file) => `${file}\n`).join(''));
}

/** One line a file; on a terminal the line counts. */
function progressOn(remarks: Writer, path: string, size: number | undefined): (done: number, total: number | undefined) => void {
  const total = size === undefined ? '' : ` of ${formatBytes(size)}`;
  let shown = -1;
  return (done) => {
    const share = size === undefined ? Math.floor(done / 2 ** 20) : Math.floor((done / Math.max(1, size)) * 100);
    const last = size !== undefined && done >= size;
    if (share === shown || (remarks.kind === 'pipe' && !last)) return;
    shown = share;
    void remarks.write(
      `${remarks.kind === 'terminal' ? '\r' : ''}${path}: ${formatBytes(done)}${total}${remarks.kind === 'pipe' || last ? '\n' : ''}`,
    );
  };
}
