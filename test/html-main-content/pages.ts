import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A page and what a reader would call its main content. */
export interface LabelledPage {
  readonly name: string;
  readonly source: string;
  /** HTML of the expected content. */
  readonly expected: string;
}

/** The corpus folder beside a checkout; undefined in a bare clone. */
export function findPages(root: string): string | undefined {
  const folder = join(root, '../shared/corpus/payloads');
  return existsSync(join(folder, 'truth')) && existsSync(join(folder, 'html')) ? folder : undefined;
}

/** Reads all pages that have expected content, in the order of their names. */
export function readPages(folder: string): LabelledPage[] {
  const sources = readdirSync(join(folder, 'html'));
  return readdirSync(join(folder, 'truth'))
    .sort()
    .flatMap((file) => {
      const name = /^html_(.+)\.expected\.html$/.exec(file)?.[1];
      const source = name === undefined ? undefined : sources.find((candidate) => candidate.endsWith(`_${name}.html`));
      if (name === undefined || source === undefined) return [];
      return [
        { name, source: readFileSync(join(folder, 'html', source), 'utf8'), expected: readFileSync(join(folder, 'truth', file), 'utf8') },
      ];
    });
}
