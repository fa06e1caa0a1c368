import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes docs/results/NAME.json and docs/results/NAME.md, from which `npm run docs:figures` fills the documents. */
export function writeResults(root: string, name: string, { figures, markdown }: { figures: unknown; markdown: string }): void {
  const folder = join(root, 'docs/results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(figures, undefined, 2)}\n`);
  writeFileSync(join(folder, `${name}.md`), markdown);
}
