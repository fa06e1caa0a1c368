import type { Count } from '../budget.ts';
import type { JsonTree } from '../json/json-tree.ts';
import { textPassages, type Passages } from './text-passages.ts';

export function jsonPassages({ tree, ...rest }: { tree: JsonTree; question: string; tokens: number; count: Count; page: number }): Passages {
  return textPassages({ text: tree.text, ...rest });
}
