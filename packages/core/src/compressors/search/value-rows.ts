import { rankRanges, readAskedWords, widenedTerms } from '../../relevance/index.ts';
import { mayBeSpecial, pathSort, readIntent, sortOf, type LineSort, type SearchIntent } from './row-shapes.ts';
import { functionsOver, functionText, liftFunctions, placesAbove } from './function-rows.ts';
import { numberBodies, readCharacters } from './row-bodies.ts';
import { tellsOfTrouble } from './trouble-words.ts';
import { wordedContext } from './worded-context.ts';
import { rowKind, type SearchResults } from './search-results.ts';

/** Weights of what makes a row worth its tokens, fitted on the development corpus as a whole. */
const weights = {
  question: 10,
  match: 1,
  context: 0.22,
  /** Context that tells what a match does not. */
  worded: 1.5,
  note: 3,
  firstOfFile: 0.6,
  definition: 0.7,
  comment: 0.6,
  import: 0.7,
  trouble: 0.2,
  aside: 0.65,
  generated: 0.35,
  /** A row that repeats an earlier one's text, and each further one. */
  repeat: 0.35,
  repeatedAnswer: 0.1,
  laterInFile: 0.12,
  askedCount: 6,
} as const;

/** Of a row's answer so much counts for the row next to it, and for each further one. */
const neighbourShare = 0.45;
const farthestNeighbour = 4;

/** More than brackets and a name. */
const wordy = /[A-Za-z]{2}.*[^A-Za-z].*[A-Za-z]{2}/;

/** What each row is worth. */
export interface RowValues {
  readonly values: Float32Array;
  /** 0 to 1 for each row, 1 for the best answer; undefined where nothing is asked. */
  readonly answers: Float32Array | undefined;
}

/** Values each row: by itself, by what the question finds in it and over it, and by how often the same was said before. */
export function valueRows(results: SearchResults, question: string, toolInput: unknown): RowValues {
  const { count, files, kinds } = results;
  const answers = answerScores(results, question, toolInput);
  const intent = readIntent(question);
  const pathShares = files.map(({ path }) => shareOfPath(path, intent));
  const lineValue = createLineValue(results, intent, pathShares);
  const countValue = createCountValue(results, intent, pathShares);
  const values = new Float32Array(count);
  for (let row = 0; row < count; row += 1) {
    const kind = kinds[row]!;
    const answer = answers?.[row] ?? 0;
    if (kind === rowKind.note) values[row] = weights.note * (row < 40 || row > count - 40 ? 1 : 0.3) + weights.question * answer;
    else if (kind === rowKind.count) values[row] = countValue(row) + weights.question * answer;
    else if (kind === rowKind.match || kind === rowKind.context) values[row] = lineValue(row, answer);
  }
  if (answers !== undefined) liftNeighbours(results, values, answers);
  liftFunctions(results, values);
  return { values, answers };
}

/** Values a count by its place among all, on a scale of magnitudes. */
function createCountValue(
  { files, fileOf }: SearchResults,
  { counts }: SearchIntent,
  pathShares: readonly number[],
): (row: number) => number {
  const most = Math.log(1 + files.reduce((top, { matches }) => Math.max(top, matches), 1));
  return (row) => {
    const file = fileOf[row]!;
    const share = Math.log(1 + files[file]!.matches) / most;
    const asked = counts === 'none' ? 0 : weights.askedCount * (counts === 'largest' ? share ** 4 : 1 - share);
    return (0.4 + share) * pathShares[file]! + asked;
  };
}

/** Values lines of files one by one, in their order: what was said before counts less. */
function createLineValue(
  results: SearchResults,
  intent: SearchIntent,
  pathShares: readonly number[],
): (row: number, answer: number) => number {
  const { text, codes, kinds, fileOf, bodies, ends } = results;
  const rowBodies = numberBodies(results);
  const said = createRepeats(results, rowBodies.different);
  const matchesBefore = new Int32Array(results.files.length);
  const worded = wordedContext(results, rowBodies);
  return (row, answer) => {
    const matches = kinds[row] === rowKind.match;
    const file = fileOf[row]!;
    const start = bodies[row]!;
    const end = Math.min(ends[row]!, start + readCharacters);
    const sort = mayBeSpecial(codes, start, end) ? sortOf(text.slice(start, end)) : 'other';
    const rank = matchesBefore[file]!;
    if (matches) matchesBefore[file] = rank + 1;
    const times = said(row, rowBodies.numberOf[row]!);
    const tells = !matches && worded[row]! > 0 && wordy.test(text.slice(start, end));
    let own: number = matches ? weights.match : tells ? weights.worded / worded[row]! ** 0.5 : weights.context;
    own = ownValue(own, { sort, matches, words: intent.words });
    if (tellsOfTrouble(codes, start, end)) own += weights.trouble * (matches ? 1 : 0.3);
    if (matches && rank === 0) own += weights.firstOfFile;
    const fresh = times === 0 ? 1 : weights.repeat / times;
    const pathShare = pathShares[file]!;
    const answered = answer * definitionLift(sort, intent) * (0.5 + 0.5 * pathShare);
    return (
      (own * pathShare * fresh) / (1 + weights.laterInFile * rank) + (weights.question * answered) / (1 + weights.repeatedAnswer * times)
    );
  };
}

/** Counts how often rows said before what one says, under the function that stands over it. */
function createRepeats(results: SearchResults, different: number): (row: number, number: number) => number {
  const plain = new Int32Array(different);
  const functions = functionsOver(results);
  const under = new Map<string, number>();
  return (row, number) => {
    const over = functionText(results, functions[row]!);
    if (over === '') return plain[number]!++;
    const key = `${number} ${over}`;
    const times = under.get(key) ?? 0;
    under.set(key, times + 1);
    return times;
  };
}

function ownValue(
  plain: number,
  { sort, matches, words }: { readonly sort: LineSort; readonly matches: boolean; readonly words: boolean },
): number {
  if (sort === 'definition') return plain + weights.definition * (matches ? 1 : 0.4);
  if (sort === 'comment' && !words) return plain * weights.comment;
  return sort === 'import' ? plain * weights.import : plain;
}

function definitionLift(sort: LineSort, { definition, words }: SearchIntent): number {
  if (!definition) return 1;
  if (sort === 'definition') return 1.3;
  return sort === 'comment' && !words ? 0.8 : 1;
}

function answerScores(results: SearchResults, question: string, toolInput: unknown): Float32Array | undefined {
  if (question.trim() === '') return undefined;
  const { kinds, bodies, numbers, starts, ends, fileOf, layout } = results;
  const above = layout === 'counts' ? { texts: [], of: fileOf } : placesAbove(results);
  // A number asked for may be a line's.
  const from = layout === 'counts' ? bodies : numbers;
  const { words, terms } = readAskedWords(results.text, widenedTerms(question, toolInput), { codes: results.codes });
  return rankRanges({
    text: results.text,
    words,
    count: results.count,
    start: (row) => (kinds[row] === rowKind.note ? starts[row]! : from[row]!),
    end: (row) => (kinds[row] === rowKind.separator || kinds[row] === rowKind.heading ? 0 : ends[row]!),
    terms,
    parents: above.texts,
    parentOf: (row) => (layout === 'counts' ? -1 : above.of[row]!),
  });
}

/** What stands around an answer belongs to it: a little of its score reaches the rows before and behind it in the same file without a gap. */
function liftNeighbours(results: SearchResults, values: Float32Array, answers: Float32Array): void {
  const { kinds, fileOf, count } = results;
  const isLine = (row: number): boolean => kinds[row] === rowKind.match || kinds[row] === rowKind.context;
  for (let row = 0; row < count; row += 1) {
    if (answers[row]! < 0.35 || !isLine(row)) continue;
    for (const step of [-1, 1]) {
      let share = neighbourShare * weights.question * answers[row]!;
      for (let far = 1; far <= farthestNeighbour; far += 1, share *= 0.6) {
        const other = row + step * far;
        if (
          other < 0 ||
          other >= count ||
          !isLine(other) ||
          fileOf[other] !== fileOf[row] ||
          !follows(results, Math.min(row, other), Math.max(row, other))
        )
          break;
        if (values[other]! < share) values[other] = share;
      }
    }
  }
}

/** Whether two rows show lines of a file as near to each other as the rows are. */
function follows({ text, numbers }: SearchResults, first: number, second: number): boolean {
  const line = (row: number): number => Number.parseInt(text.slice(numbers[row], numbers[row]! + 9), 10);
  return line(second) - line(first) === second - first;
}

function shareOfPath(path: string, { aside }: SearchIntent): number {
  const sort = pathSort(path);
  if (sort === 'generated') return weights.generated;
  return sort === 'aside' && !aside ? weights.aside : 1;
}
