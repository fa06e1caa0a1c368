import { splitFences } from '../../detect/fences.ts';
import { titledBlocks } from '../../detect/placed-blocks.ts';
import type { PlainResults } from './plain-results.ts';
import { snippetRows } from './snippet-rows.ts';

/**
 * Reads results of a search over code that stand as fenced blocks, each under a title (or with an opening fence) that says where it is from. What stands before the first title, behind the last block and
 * around blocks without a place stays as it is.
 */
export function readBlocks(text: string): PlainResults {
  const rows: string[] = [];
  const lines: number[] = [];
  const add = (said: string, from: number): void => {
    rows.push(said);
    lines.push(from);
  };
  const { blocks, rest } = titledBlocks(splitFences(text));
  let line = 1;
  blocks.forEach(({ block, title, place }, index) => {
    const said = title.trim() === '' ? [] : title.trim().split('\n');
    const untold = place === undefined ? said : index === 0 ? said.slice(0, -1) : [];
    for (const words of untold) if (words.trim() !== '') add(words, line);
    line += breaksIn(title);
    if (place === undefined) for (const words of block.raw.trimEnd().split('\n')) add(words, line);
    else snippetRows({ ...place, line: place.first, text: block.body }).forEach((row, at) => add(row, line + 1 + at));
    line += breaksIn(block.raw);
  });
  for (const words of rest.trim() === '' ? [] : rest.trim().split('\n')) add(words, line);
  return {
    text: rows.join('\n'),
    retold: blocks.length,
    unit: 'titles',
    statement: 'from fenced blocks without their titles',
    place: (first, last) => `rows ${lines[first]!}-${lines[last]!}`,
  };
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
