import type { Asked } from '../../relevance/columns/asked.ts';
import type { CellTable } from '../../relevance/columns/cell-table.ts';
import type { ColumnMeasures } from '../../relevance/columns/measure-column.ts';
import { scoreRows } from '../../relevance/columns/score-rows.ts';
import { speaksOfTrouble } from '../../relevance/columns/trouble.ts';
import { askedPlaces } from '../../relevance/selection/asked-places.ts';
import { unitHead } from '../../relevance/selection/text-units.ts';
import { unitKind, type ConfigOutline } from './config-outline.ts';

/** What is known of a configuration besides its outline. */
export interface EntryScoring {
  readonly tables: readonly { readonly table: CellTable; readonly measures: readonly ColumnMeasures[] }[];
  readonly match: Float64Array | undefined;
  readonly asked: Asked;
  readonly question: string;
}

const weights = {
  entry: 0.2,
  text: 0.08,
  comment: 0.08,
  shallow: 0.4,
  column: 0.6,
  title: 0.2,
  match: 2.6,
  matchSquared: 1.2,
  trouble: 0.5,
  askedTrouble: 0.8,
  first: 0.6,
  place: 2,
  repeated: 0.3,
  encoded: 0.3,
} as const;

const firstEntries = 3;
/** What stands above an opening counts for it as well; this much is its own. */
const leastOfOpening = 0.6;
const troubleShare = 0.15;
/** Digests, keys and other encoded bytes tell a reader nothing. */
const encoded = /[A-Za-z0-9+/]{40,}={0,2}\W*$|\b[0-9a-f]{32,}\b/;
/** No shorter run of signs without a space is looked at for them. */
const shortestEncoded = 32;
const telling =
  /(?:^|[^a-z])(?:name|version|kind|image|host|port|url|path|type|title|message|status|state|level|risk|severity|enabled|replicas)\b/i;

/** What each unit is worth: by its depth, its columns, and the question. Closing tags, brackets and empty lines come only with small gaps. */
export function scoreEntries(outline: ConfigOutline, scoring: EntryScoring): Float64Array {
  const { units, kinds, depths } = outline;
  const { match, asked } = scoring;
  const scores = columnScores(units.count, scoring);
  const seen = new Map<string, number>();
  const trouble = troubled(outline);
  let entries = 0;
  for (let unit = 0; unit < units.count; unit += 1) {
    const kind = kinds[unit]!;
    if (kind === unitKind.blank || kind === unitKind.closing) {
      scores[unit] = 0;
      continue;
    }
    const head = unitHead(units, unit, 300).trim();
    const times = seen.get(head) ?? 0;
    seen.set(head, times + 1);
    let own = kind === unitKind.entry ? weights.entry : kind === unitKind.comment ? weights.comment : weights.text;
    if (kind === unitKind.entry) {
      own += weights.shallow / (1 + depths[unit]!);
      if (entries < firstEntries) own += weights.first;
      entries += 1;
      if (telling.test(head.slice(0, 40))) own += weights.title;
    }
    if (trouble[unit] === 1) own += weights.trouble + (asked.trouble ? weights.askedTrouble : 0);
    const share = (times === 0 ? 1 : weights.repeated) * (isEncoded(head) ? weights.encoded : 1);
    // The opening of one more record says nothing without what stands in it.
    const isOpening = times > 0 && (depths[unit + 1] ?? 0) > depths[unit]!;
    scores[unit] = isOpening ? 0 : (scores[unit]! + own) * share;
    if (match !== undefined && (!isOpening || match[unit]! > leastOfOpening))
      scores[unit]! += (weights.match * match[unit]! + weights.matchSquared * match[unit]! ** 2) * (kind === unitKind.comment ? 0.7 : 1);
  }
  for (const place of askedPlaces(scoring.question)) if (place < units.count) scores[place]! += weights.place;
  return scores;
}

function isEncoded(head: string): boolean {
  let run = 0;
  for (let at = 0; at < head.length && run < shortestEncoded; at += 1) run = isEncodedSign(head.charCodeAt(at)) ? run + 1 : 0;
  return run >= shortestEncoded && encoded.test(head);
}

/** Letters, digits, `+` and `/`. */
function isEncodedSign(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x2b || code === 0x2f;
}

function columnScores(count: number, { tables, asked }: EntryScoring): Float64Array {
  const scores = new Float64Array(count);
  for (const { table, measures } of tables) {
    scoreRows(table, measures, asked).forEach((score, row) => {
      const unit = table.rows[row]!;
      scores[unit] = Math.max(scores[unit]!, weights.column * score);
    });
  }
  return scores;
}

function troubled({ units, kinds }: ConfigOutline): Uint8Array {
  const trouble = new Uint8Array(units.count);
  let found = 0;
  for (let unit = 0; unit < units.count; unit += 1) {
    if (
      kinds[unit] === unitKind.comment ||
      kinds[unit] === unitKind.blank ||
      !speaksOfTrouble(units.text, units.starts[unit]!, Math.min(units.ends[unit]!, units.starts[unit]! + 200))
    )
      continue;
    trouble[unit] = 1;
    found += 1;
  }
  return found > units.count * troubleShare + 1 ? trouble.fill(0) : trouble;
}
