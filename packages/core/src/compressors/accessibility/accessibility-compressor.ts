import { countFact } from '../../marker/index.ts';
import { readAsked } from '../../relevance/columns/asked.ts';
import { speaksOfTrouble } from '../../relevance/columns/trouble.ts';
import { matchUnits } from '../../relevance/selection/match-units.ts';
import { selectUnits } from '../../relevance/selection/select-units.ts';
import { lineRange, unitHead } from '../../relevance/selection/text-units.ts';
import type { Candidate, CompressContext, Compressor, Payload } from '../../types/compressor.ts';
import { readSnapshot, type NodeSort, type Snapshot } from './read-snapshot.ts';

/**
 * Makes snapshots of accessibility trees shorter, as browser tools give them.
 *
 * Lines stand as they came, references such as `[ref=e12]` with them, each with the nodes that it stands in; or they are left out, and the gap is stated in its place with
 * how many of which role went. What can be acted on and what heads the page comes first, then what the question asks for.
 *
 * @example
 * const candidate = accessibilityCompressor().compress({ text: snapshot, kind: 'accessibility', question: 'Which button sends the form?' }, context);
 */
export function accessibilityCompressor(): Compressor {
  return { name: 'accessibility', kinds: ['accessibility'], compress };
}

function compress({ text, question, toolInput }: Payload, context: CompressContext): Candidate | undefined {
  // Indentation and every sign of a line mean something here: nothing can be respelled.
  if (context.fidelity === 'lossless') return undefined;
  const snapshot = readSnapshot(text);
  const { units, parents } = snapshot;
  return selectUnits(
    {
      units,
      unitName: 'lines',
      parents,
      scores: scoreNodes(snapshot, question, matchUnits(units, question, toolInput, { parents, neighbourShare: 0.2 })),
      question,
      gap: (start, end, detail) => gapLine(snapshot, start, end, detail),
      facts: (shown) => roleFacts(snapshot, 0, units.count, (unit) => shown[unit] === 0),
    },
    context,
  );
}

const worthOf: Record<NodeSort, number> = { control: 0.7, heading: 0.8, content: 0.4, text: 0.3, property: 0.1, frame: 0.02 };
const weights = {
  shallow: 0.2,
  match: 2.6,
  matchSquared: 1.2,
  trouble: 0.6,
  askedAction: 0.4,
  repeated: 0.35,
  first: 0.5,
  state: 0.3,
} as const;
const action = /\b(?:click|press|type|fill|select|choose|open|submit|send|log ?in|sign|search|go to|navigate|button|link|field|check)\b/i;
const state = /\[(?:checked|selected|active|expanded|disabled|pressed|focused|invalid|required)/;

function scoreNodes({ units, sorts, depths }: Snapshot, question: string, match: Float64Array | undefined): Float64Array {
  const scores = new Float64Array(units.count);
  const acts = action.test(question.slice(0, 2000));
  const asked = readAsked(question);
  const seen = new Map<string, number>();
  for (let unit = 0; unit < units.count; unit += 1) {
    const head = unitHead(units, unit, 300);
    if (head.trim() === '') continue;
    const sort = sorts[unit]!;
    // The same node again, but for its reference.
    const bare = head.replace(/\[ref=[^\]]{1,20}\]|uid=\S{1,20}/g, '').trim();
    const times = seen.get(bare) ?? 0;
    seen.set(bare, times + 1);
    let own = worthOf[sort] + (sort === 'frame' ? 0 : weights.shallow / (1 + depths[unit]!));
    if (acts && sort === 'control') own += weights.askedAction;
    if (state.test(head)) own += weights.state;
    if (speaksOfTrouble(head)) own += asked.trouble ? 2 * weights.trouble : weights.trouble;
    if (unit < 3) own += weights.first;
    scores[unit] = own * (times === 0 ? 1 : weights.repeated);
    if (match !== undefined && sort !== 'frame') scores[unit]! += weights.match * match[unit]! + weights.matchSquared * match[unit]! ** 2;
  }
  return scores;
}

/** The statement of a gap, as deep as its first line. */
function gapLine(snapshot: Snapshot, start: number, end: number, detail: 'facts' | 'place'): string {
  const { units } = snapshot;
  const indent = /^[ \t]*/.exec(unitHead(units, start, 200))![0];
  const facts = detail === 'facts' ? roleFacts(snapshot, start, end, () => true) : [];
  return `${indent}[${lineRange(units, start, end)} offloaded${facts.length === 0 ? '' : `: ${facts.join(' ')}`}]`;
}

const fewestNodes = 3;
const mostRoles = 4;

/** How many nodes of each role were left out, those that only hold others aside. */
function roleFacts({ sorts, roles }: Snapshot, start: number, end: number, meant: (unit: number) => boolean): readonly string[] {
  const counts = new Map<string, number>();
  let nodes = 0;
  for (let unit = start; unit < end; unit += 1) {
    if (!meant(unit) || roles[unit] === '' || sorts[unit] === 'frame') continue;
    counts.set(roles[unit]!, (counts.get(roles[unit]!) ?? 0) + 1);
    nodes += 1;
  }
  if (nodes < fewestNodes) return [];
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostRoles)
    .map(([role, times]) => countFact(times, role));
}
