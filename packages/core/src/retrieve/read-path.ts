import { answerOf, problem, type RetrieveAnswer } from './answer.ts';
import { endWithin, fits } from './budget.ts';
import { followPath, parsePath } from './json/json-path.ts';
import { childrenOf, keyOf, objectNode, pathOf, type JsonTree } from './json/json-tree.ts';
import { readJsonTree } from './json/read-json-tree.ts';
import { readRange, type Reading } from './read-pages.ts';

const statementTokens = 48;

/** Keys that are named where a path leads nowhere. */
const mostKeys = 40;

/** The part of a JSON original that a path names, as it is spelled there. */
export function readPath(reading: Reading, path: string): RetrieveAnswer {
  const tree = readJsonTree(reading.original);
  if (tree === undefined) return problem('not-json', 'no JSON document: a path leads nowhere; use lines or query');
  const steps = parsePath(path);
  if (steps === undefined) return problem('path-unreadable', 'path not understood: write it as $.items[3].name');
  const result = followPath(tree, steps);
  if ('lost' in result) return problem('path-absent', lostStatement(tree, result.at, result.lost));
  const [node] = result.nodes;
  if (node === undefined) return problem('path-absent', `nothing at ${path}`);
  return result.nodes.length === 1 ? readNode(reading, tree, node) : readNodes(reading, tree, result.nodes, path);
}

function readNode(reading: Reading, tree: JsonTree, node: number): RetrieveAnswer {
  const { original, tokens, count } = reading;
  const start = tree.starts[node]!;
  const end = tree.ends[node]!;
  const value = original.slice(start, end);
  if (fits(value, tokens - statementTokens, count))
    return answerOf({ body: value, statement: `${pathOf(tree, node)} of the original`, source: 'contiguous' });
  return readRange(reading, start, end);
}

/** Several values, one to a line. */
function readNodes({ original, tokens, count }: Reading, tree: JsonTree, nodes: readonly number[], path: string): RetrieveAnswer {
  const values = nodes.map((node) => original.slice(tree.starts[node], tree.ends[node]));
  const body = values.join('\n');
  const end = endWithin({ text: body, start: 0, end: body.length, tokens: tokens - statementTokens, count });
  if (end >= body.length) return answerOf({ body, statement: `${nodes.length} values at ${path}` });
  const whole = shownValues(values, end);
  if (whole === 0)
    return answerOf({ body: body.slice(0, end), statement: `the first of ${nodes.length} values at ${path}, cut; ask for one of them` });
  return answerOf({
    body: values.slice(0, whole).join('\n'),
    statement: `${whole} of ${nodes.length} values at ${path}; the next is ${pathOf(tree, nodes[whole]!)}`,
  });
}

function shownValues(values: readonly string[], end: number): number {
  let used = 0;
  let shown = 0;
  for (const value of values) {
    used += value.length + (shown === 0 ? 0 : 1);
    if (used > end) break;
    shown += 1;
  }
  return shown;
}

function lostStatement(tree: JsonTree, node: number, lost: string): string {
  const place = `${pathOf(tree, node)} has no ${lost}`;
  if (tree.kinds[node] !== objectNode) return `${place}: it is ${describeNode(tree, node)}`;
  const keys: string[] = [];
  let more = 0;
  for (const child of childrenOf(tree, node)) {
    if (keys.length < mostKeys) keys.push(keyOf(tree, child)!.slice(0, 80));
    else more += 1;
  }
  return `${place}; its keys: ${keys.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function describeNode(tree: JsonTree, node: number): string {
  const elements = [...childrenOf(tree, node)].length;
  return tree.text[tree.starts[node]!] === '[' || tree.layout === 'several' ? `a list of ${elements}` : 'a single value';
}
