import { createWordTable, firstKey, nextKey } from '../../relevance/columns/word-table.ts';
import { superlative } from '../../relevance/index.ts';

const definition =
  /^\s*(?:(?:export|default|public|private|protected|internal|static|final|abstract|async|pub(?:\([a-z]+\))?|unsafe|extern|inline|virtual|override|const|open|sealed|data|declare|local|template\s?<[^>]{0,80}>|@\w+)\s+){0,5}(?:function\b|class\b|def\b|fn\b|func\b|interface\b|struct\b|enum\b|type\s+\w|trait\b|impl\b|module\b|namespace\b|record\b|union\b|macro_rules!|#\s?define\b)/;
const assigned = /^\s*(?:(?:export|const|let|var|static|pub|final|public|private)\s+){1,4}[\w$]+\s*(?::[^=]{1,60})?=/;
const comment = /^\s*(?:\/\/|#(?!\s?(?:define|include|if|else|endif|\[))|\/?\*|--\s|<!--|;|%)/;
const imported = /^\s*(?:import\b|from\s+\S+\s+import\b|use\s+\S+;|#\s?include\b|(?:const|let|var)\s.{1,80}=\s*require\()/;
const asidePath =
  /(?:^|[\\/._-])(?:tests?|specs?|__tests__|__snapshots__|fixtures?|mocks?|examples?|docs?|benchmarks?|changelog)(?:[\\/._-]|$)/i;
const generatedPath =
  /(?:^|[\\/])(?:node_modules|vendor|dist|build|third_party|target|\.git)[\\/]|\.min\.\w{2,3}$|\.map$|\.lock$|[-.]lock\.\w{1,5}$|\.snap$|\.svg$/i;

/** What a line of a file is by its look. */
export type LineSort = 'definition' | 'comment' | 'import' | 'other';

/** What a line begins with that is of any sort but `other`. */
const openingWords = createWordTable(
  'export default public private protected internal static final abstract async pub unsafe extern inline virtual override const open sealed data declare local template ' +
    'function class def fn func interface struct enum type trait impl module namespace record union macro let var import from use',
);
const openingSigns = '/#*-<;%@';
const isOpeningSign = Uint8Array.from({ length: 0x80 }, (_, code) => (openingSigns.includes(String.fromCharCode(code)) ? 1 : 0));
const longestOpening = 9;

/** Whether a line begins as one that {@link sortOf} tells from others: most do not, and meet no pattern. */
export function mayBeSpecial(codes: Uint16Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && codes[at]! <= 0x20) at += 1;
  if (at === end) return false;
  const code = codes[at]!;
  // Spaces beyond ASCII may stand before what is looked for.
  if (code >= 0x80 || isOpeningSign[code] === 1) return true;
  let key = firstKey;
  const limit = Math.min(end, at + longestOpening + 1);
  for (; at < limit; at += 1) {
    const letter = codes[at]! | 0x20;
    if (letter < 0x61 || letter > 0x7a) break;
    key = nextKey(key, letter);
  }
  return openingWords.has(key);
}

export function sortOf(body: string): LineSort {
  if (comment.test(body)) return 'comment';
  if (definition.test(body) || assigned.test(body)) return 'definition';
  return imported.test(body) ? 'import' : 'other';
}

/** Whether a path is one of generated or foreign files, or of tests, documents and examples. */
export function pathSort(path: string): 'generated' | 'aside' | 'main' {
  if (generatedPath.test(path)) return 'generated';
  return asidePath.test(path) ? 'aside' : 'main';
}

/** Whether a question asks for the place where something is made. */
const asksForDefinition = /\b(?:defin\w*|declar\w*|implement\w*|signature|export\w*|where (?:is|are)|introduced)\b/i;
const asksForWords = /\b(?:comment\w*|document\w*|docs?|todo|mention\w*|explain\w*|describe\w*|says?|note)\b/i;
const asksForAside = /\b(?:tests?|specs?|snapshots?|examples?|docs?|documentation|changelog|fixtures?|mock\w*)\b/i;
const asksForCounts = /\b(?:how (?:many|often)|most|fewest|least|count|number of|total|often)\b/i;

/** What a question is after. */
export interface SearchIntent {
  readonly definition: boolean;
  /** Comments and documents. */
  readonly words: boolean;
  /** Tests, documents and examples. */
  readonly aside: boolean;
  readonly counts: 'largest' | 'smallest' | 'none';
}

export function readIntent(question: string): SearchIntent {
  const asked = question.slice(0, 4000);
  const smallest = superlative(asked)?.extremes.includes('minimum') === true;
  return {
    definition: asksForDefinition.test(asked),
    words: asksForWords.test(asked),
    aside: asksForAside.test(asked),
    counts: asksForCounts.test(asked) ? (smallest ? 'smallest' : 'largest') : 'none',
  };
}
