import type { Asked } from '../../relevance/columns/asked.ts';
import type { CellTable } from '../../relevance/columns/cell-table.ts';
import type { ColumnMeasures } from '../../relevance/columns/measure-column.ts';
import { scoreRows } from '../../relevance/columns/score-rows.ts';
import { askedPlaces } from '../../relevance/selection/asked-places.ts';
import type { TextUnits } from '../../relevance/selection/text-units.ts';
import { stretchNumbers } from '../../text/stretch-numbers.ts';
import { unitKind, type ConfigOutline } from './config-outline.ts';
import { holdsEncoded } from './encoded-run.ts';
import { readEntryWords, said } from './entry-words.ts';

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
/** Of a unit so much is compared with others, and looked at for encoded bytes. */
const readCharacters = 300;

/** What each unit is worth: by its depth, its columns, and the question. Closing tags, brackets and empty lines come only with small gaps. */
export function scoreEntries(outline: ConfigOutline, scoring: EntryScoring): Float64Array {
  const { units, codes, kinds, depths } = outline;
  const { match, asked } = scoring;
  const scores = columnScores(units.count, scoring);
  const numbers = stretchNumbers(codes);
  let different = 0;
  const words = wordsOf(outline);
  let entries = 0;
  for (let unit = 0; unit < units.count; unit += 1) {
    const kind = kinds[unit]!;
    if (kind === unitKind.blank || kind === unitKind.closing) {
      scores[unit] = 0;
      continue;
    }
    const { start, end } = trimmed(codes, units, unit);
    const isFirst = numbers.of(start, end) === different;
    if (isFirst) different += 1;
    let own = kind === unitKind.entry ? weights.entry : kind === unitKind.comment ? weights.comment : weights.text;
    if (kind === unitKind.entry) {
      own += weights.shallow / (1 + depths[unit]!);
      if (entries < firstEntries) own += weights.first;
      entries += 1;
      if ((words[unit]! & said.telling) !== 0) own += weights.title;
    }
    if ((words[unit]! & said.trouble) !== 0) own += weights.trouble + (asked.trouble ? weights.askedTrouble : 0);
    const share = (isFirst ? 1 : weights.repeated) * (holdsEncoded(units.text, codes, start, end) ? weights.encoded : 1);
    // The opening of one more record says nothing without what stands in it.
    const isOpening = !isFirst && (depths[unit + 1] ?? 0) > depths[unit]!;
    scores[unit] = isOpening ? 0 : (scores[unit]! + own) * share;
    if (match !== undefined && (!isOpening || match[unit]! > leastOfOpening))
      scores[unit]! += (weights.match * match[unit]! + weights.matchSquared * match[unit]! ** 2) * (kind === unitKind.comment ? 0.7 : 1);
  }
  for (const place of askedPlaces(scoring.question)) if (place < units.count) scores[place]! += weights.place;
  return scores;
}

/** The beginning of a unit without the blanks around it. */
function trimmed(codes: Uint16Array, units: TextUnits, unit: number): { readonly start: number; readonly end: number } {
  let start = units.starts[unit]!;
  let end = Math.min(units.ends[unit]!, start + readCharacters);
  while (start < end && codes[start]! <= blank) start += 1;
  while (start < end && codes[end - 1]! <= blank) end -= 1;
  return { start, end };
}

const blank = 0x20;

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

/** What the words of each unit {@link said say}; none speaks of trouble where many do. */
function wordsOf({ units, codes, kinds }: ConfigOutline): Uint8Array {
  const words = new Uint8Array(units.count);
  let troubled = 0;
  for (let unit = 0; unit < units.count; unit += 1) {
    const kind = kinds[unit]!;
    if (kind === unitKind.blank) continue;
    const start = units.starts[unit]!;
    const end = units.ends[unit]!;
    let content = start;
    while (content < end && codes[content]! <= blank) content += 1;
    const found = readEntryWords(codes, start, end, content);
    words[unit] = kind === unitKind.comment ? found & ~said.trouble : found;
    if ((words[unit]! & said.trouble) !== 0) troubled += 1;
  }
  if (troubled > units.count * troubleShare + 1) for (let unit = 0; unit < units.count; unit += 1) words[unit]! &= ~said.trouble;
  return words;
}
