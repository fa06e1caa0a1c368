import { questionTerms, rankRanges, superlative } from '../../relevance/index.ts';
import { bodyText, rowKind, type SearchResults } from './search-results.ts';

/** Weights of what makes a row worth its tokens, fitted on the development corpus as a whole. */
const weights = {
  question: 10,
  match: 1,
  context: 0.22,
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
  laterInFile: 0.12,
} as const;

/** Of a row's answer so much counts for the row next to it, and for each further one. */
const neighbourShare = 0.45;
const farthestNeighbour = 4;

const definition =
  /^\s*(?:(?:export|default|public|private|protected|internal|static|final|abstract|async|pub(?:\([a-z]+\))?|unsafe|extern|inline|virtual|override|const|open|sealed|data|declare|local|template\s?<[^>]{0,80}>|@\w+)\s+){0,5}(?:function\b|class\b|def\b|fn\b|func\b|interface\b|struct\b|enum\b|type\s+\w|trait\b|impl\b|module\b|namespace\b|record\b|union\b|macro_rules!|#\s?define\b)/;
const assigned = /^\s*(?:(?:export|const|let|var|static|pub|final|public|private)\s+){1,4}[\w$]+\s*(?::[^=]{1,60})?=/;
const comment = /^\s*(?:\/\/|#(?!\s?(?:define|include|if|else|endif|\[))|\/?\*|--\s|<!--|;|%)/;
const imported = /^\s*(?:import\b|from\s+\S+\s+import\b|use\s+\S+;|#\s?include\b|(?:const|let|var)\s.{1,80}=\s*require\()/;
const trouble = /\b(?:error|fail|panic|throw|raise|fatal|deprecated|FIXME|TODO|XXX|HACK|BUG|security)\b/i;
const asidePath =
  /(?:^|[\\/._-])(?:tests?|specs?|__tests__|__snapshots__|fixtures?|mocks?|examples?|docs?|benchmarks?|changelog)(?:[\\/._-]|$)/i;
const generatedPath =
  /(?:^|[\\/])(?:node_modules|vendor|dist|build|third_party|target|\.git)[\\/]|\.min\.\w{2,3}$|\.map$|\.lock$|[-.]lock\.\w{1,5}$|\.snap$|\.svg$/i;
const readCharacters = 240;

/** Whether a question asks for the place where something is made. */
const asksForDefinition = /\b(?:defin\w*|declar\w*|implement\w*|signature|export\w*|where (?:is|are)|introduced)\b/i;
const asksForWords = /\b(?:comment\w*|document\w*|docs?|todo|mention\w*|explain\w*|describe\w*|says?|note)\b/i;
const asksForAside = /\b(?:tests?|specs?|snapshots?|examples?|docs?|documentation|changelog|fixtures?|mock\w*)\b/i;
const asksForCounts = /\b(?:how (?:many|often)|most|fewest|least|count|number of|total|often)\b/i;

/** What each row is worth. */
export interface RowValues {
  readonly values: Float32Array;
  /** 0 to 1 for each row, 1 for the best answer; undefined where nothing is asked. */
  readonly answers: Float32Array | undefined;
}

/** Values each row: by itself, by what the question finds in it and over it, and by how often the same was said before. */
export function valueRows(results: SearchResults, question: string, toolInput: unknown): RowValues {
  const answers = answerScores(results, question, toolInput);
  const asks = question.slice(0, 4000);
  const intent = {
    definition: asksForDefinition.test(asks),
    words: asksForWords.test(asks),
    aside: asksForAside.test(asks),
    counts: asksForCounts.test(asks) ? (superlative(asks)?.extremes.includes('minimum') === true ? -1 : 1) : 0,
  };
  const pathShare = results.files.map(({ path }) => shareOfPath(path, intent.aside));
  const said = new Map<string, number>();
  const shownInFile = new Int32Array(results.files.length);
  const most = results.files.reduce((top, { matches }) => Math.max(top, matches), 1);
  const values = new Float32Array(results.count);
  for (let row = 0; row < results.count; row += 1) {
    const kind = results.kinds[row]!;
    if (kind === rowKind.separator || kind === rowKind.heading) continue;
    const file = results.fileOf[row]!;
    const answer = answers?.[row] ?? 0;
    if (kind === rowKind.note) {
      values[row] = weights.note * (row < 40 || row > results.count - 40 ? 1 : 0.3) + weights.question * answer;
      continue;
    }
    if (kind === rowKind.count) {
      const share = Math.log(1 + results.files[file]!.matches) / Math.log(1 + most);
      const asked = intent.counts === 0 ? 0 : 6 * (intent.counts > 0 ? share ** 4 : 1 - share);
      values[row] = (0.4 + share) * pathShare[file]! + asked + weights.question * answer;
      continue;
    }
    const body = bodyText(results, row).slice(0, readCharacters);
    const sort = sortOf(body);
    let own: number = kind === rowKind.match ? weights.match : weights.context;
    if (sort === 'definition') own += weights.definition * (kind === rowKind.match ? 1 : 0.4);
    if (sort === 'comment' && !intent.words) own *= weights.comment;
    if (sort === 'import') own *= weights.import;
    if (trouble.test(body)) own += weights.trouble * (kind === rowKind.match ? 1 : 0.3);
    if (kind === rowKind.match && shownInFile[file] === 0) own += weights.firstOfFile;
    const rank = shownInFile[file]!;
    if (kind === rowKind.match) shownInFile[file] = rank + 1;
    const lift = intent.definition ? (sort === 'definition' ? 1.3 : sort === 'comment' && !intent.words ? 0.8 : 1) : 1;
    const key = body.trim();
    const times = said.get(key) ?? 0;
    said.set(key, times + 1);
    const fresh = times === 0 ? 1 : weights.repeat / times;
    const freshAnswer = times === 0 ? 1 : 1 / (1 + 0.1 * times);
    values[row] =
      (own * pathShare[file]! * fresh) / (1 + weights.laterInFile * rank) +
      weights.question * answer * lift * freshAnswer * (0.5 + 0.5 * pathShare[file]!);
  }
  if (answers !== undefined) liftNeighbours(results, values, answers);
  return { values, answers };
}

function answerScores(results: SearchResults, question: string, toolInput: unknown): Float32Array | undefined {
  if (question.trim() === '') return undefined;
  const { kinds, bodies, numbers, starts, ends, files, fileOf, layout } = results;
  // A number asked for may be a line's.
  const from = layout === 'counts' ? bodies : numbers;
  return rankRanges({
    text: results.text,
    count: results.count,
    start: (row) => (kinds[row] === rowKind.note ? starts[row]! : from[row]!),
    end: (row) => (kinds[row] === rowKind.separator || kinds[row] === rowKind.heading ? 0 : ends[row]!),
    terms: questionTerms(question, toolInput),
    parents: layout === 'counts' ? [] : files.map(({ path }) => path),
    parentOf: (row) => (layout === 'counts' ? -1 : fileOf[row]!),
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

function sortOf(body: string): 'definition' | 'comment' | 'import' | 'other' {
  if (comment.test(body)) return 'comment';
  if (definition.test(body) || assigned.test(body)) return 'definition';
  return imported.test(body) ? 'import' : 'other';
}

function shareOfPath(path: string, asksAside: boolean): number {
  if (generatedPath.test(path)) return weights.generated;
  return !asksAside && asidePath.test(path) ? weights.aside : 1;
}
