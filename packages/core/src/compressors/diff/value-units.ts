import { questionTerms, rankRanges, readAskedWords, widenedTerms, type RankRangesRequest } from '../../relevance/index.ts';
import { changeNovelty } from './change-novelty.ts';
import { isChange, lineHead, lineKind, type DiffDocument, type FileNature } from './diff-document.ts';
import type { DiffUnit } from './find-units.ts';
import { lineBody, lineForms } from './line-body.ts';
import { repeatedLines } from './repeated-lines.ts';

/** Weights of what makes a unit worth its tokens, fitted on the development corpus as a whole. */
const weights = {
  question: 10,
  commit: 8,
  message: 4,
  trailer: 0.25,
  statistics: 0.5,
  summary: 3,
  header: 0.4,
  notedHeader: 2,
  added: 1,
  removed: 0.85,
  context: 0.3,
  /** What further lines of a unit add to its best one. */
  further: 0.12,
  mostFurther: 1.2,
  laterInFile: 0.1,
  /** Lines that repeat others word for word, and but for their numbers. */
  repeat: 0.4,
  alike: 0.75,
} as const;

const natureShare: Record<FileNature, number> = { source: 1, document: 0.85, test: 0.7, lock: 0.4, generated: 0.3 };
/** A line's answer counts for less in files that programs write, since they hold every word many times, and in tests, which name what they test. */
const answerShare: Record<FileNature, number> = { source: 1, document: 0.95, test: 0.75, lock: 0.8, generated: 0.7 };
const definitionShare = 1.25;
const contextShare = 0.6;

const trailer = /^\s*(?:[A-Z][\w-]{2,30}-by|Change-Id|cc|Bug|Reviewed-on|git-svn-id):/i;
/** Words that a question and a header use for the same thing. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\bmov(?:e|ed|ing)\b/i, 'rename similarity'],
  [/\brenam/i, 'similarity'],
  [/\bremov|\bdelet|\bdropp/i, 'deleted dev null'],
  [/\bnew files?\b|\bcreat|\badded files?\b|\bfiles? (?:was|were) added/i, 'new file mode'],
  [/\bexecutable|\bpermission/i, 'mode'],
];
const asksForTests = /\b(?:tests?|specs?|tested|fixtures?|examples?|benchmarks?)\b/i;
const asksForNew = /\b(?:new|newly|add(?:s|ed)?|introduc\w*|now|supports?|supported)\b/i;
/** What brings names of its own answers a question for what is new better. */
const newShare = 1.5;
const asksForDefinition =
  /\b(?:functions?|methods?|class(?:es)?|types?|structs?|interfaces?|fields?|constants?|variables?|macros?|signature|defin\w*|declar\w*)\b/i;
const asksForFiles = /\bwhich files?\b|\bwhat files?\b|\bfiles? (?:was|were|is|are)\b|\brenam|\bmoved?\b|\bdelet|\bbinary\b|\bimages?\b/i;

/** Values each unit by what it is, what its lines say, and what the question finds in them. */
export function valueUnits(document: DiffDocument, units: readonly DiffUnit[], question: string, toolInput: unknown): Float64Array {
  const novelty = changeNovelty(document);
  const answers = answerScores(document, novelty, question, toolInput);
  const lineValues = valueLines(document, novelty);
  const asks = question.slice(0, 4000);
  const filesAsked = asksForFiles.test(asks) ? 1 : 0;
  const newAsked = asksForNew.test(asks);
  const values = new Float64Array(units.length);
  units.forEach((unit, index) => {
    const own = ownValue(document, unit, lineValues);
    if (answers === undefined) {
      values[index] = own;
      return;
    }
    let best = 0;
    let sum = 0;
    for (const line of unit.lines) {
      best = Math.max(best, answers[line]!);
      sum += answers[line]!;
    }
    if (newAsked && unit.lines.some((line) => document.kinds[line] === lineKind.added && novelty[line]! > 1)) best *= newShare;
    const nature = document.files[document.fileOf[unit.lines[0]!]!]?.nature ?? 'source';
    const share = unit.sort === 'context' ? contextShare : nature === 'test' && asksForTests.test(asks) ? 1 : answerShare[nature];
    const asked = unit.sort === 'header' ? filesAsked * (0.6 + best) : 0;
    values[index] = own + asked + weights.question * share * (best + 0.06 * Math.min(5, sum - best));
  });
  return values;
}

function ownValue(document: DiffDocument, { sort, lines, rank }: DiffUnit, lineValues: Float32Array): number {
  const first = lines[0]!;
  switch (sort) {
    case 'commit':
      return weights.commit;
    case 'message':
      return trailer.test(lineHead(document, first, 80)) ? weights.trailer : weights.message / (1 + 0.12 * rank);
    case 'statistics':
      return / changed\b/.test(lineHead(document, first, 80)) ? weights.summary : weights.statistics;
    case 'header': {
      const { note, nature } = document.files[document.fileOf[first]!]!;
      return ((note === undefined ? weights.header : weights.notedHeader) * Math.max(0.6, natureShare[nature])) / (1 + 0.01 * rank);
    }
    case 'context':
      return (weights.context * Math.max(0.15, lineValues[first]!)) / rank;
    case 'change': {
      let best = 0;
      let sum = 0;
      for (const line of lines) {
        best = Math.max(best, lineValues[line]!);
        sum += lineValues[line]!;
      }
      return (best + Math.min(weights.mostFurther, weights.further * (sum - best))) / (1 + weights.laterInFile * rank);
    }
  }
}

/** Values lines of hunks by their words, less where the same was said before. */
function valueLines(document: DiffDocument, novelty: Float32Array): Float32Array {
  const { kinds, codes, count, fileOf, files } = document;
  const values = new Float32Array(count);
  const forms = lineForms(document);
  const equal = repeatedLines(codes, { lines: count, numbers: 'told apart' });
  const alike = repeatedLines(codes, { lines: count, numbers: 'alike' });
  for (let line = 0; line < count; line += 1) {
    const kind = kinds[line]!;
    if (!isChange(kind) && kind !== lineKind.context) continue;
    const body = lineBody(document, line);
    let value: number = kind === lineKind.added ? weights.added : kind === lineKind.removed ? weights.removed : 1;
    if (forms.isTrivial(body)) value *= 0.08;
    else {
      const opening = forms.opening(body);
      if (opening === 'definition') value *= 1.5;
      else if (opening === 'import') value *= 0.7;
      if (forms.says(body)) value *= 1.15;
      if (kind !== lineKind.context) {
        const times = equal.again(body.start, body.end);
        if (times > 0) value *= weights.repeat / times;
        // A new line without numbers is like no other but for its numbers.
        else if (forms.hasDigit(body)) value *= Math.max(0.2, weights.alike ** alike.again(body.start, body.end));
      }
    }
    values[line] = value * novelty[line]! * natureShare[files[fileOf[line]!]!.nature];
  }
  return values;
}

/** How much of an answer reaches the lines around it in the same hunk. */
const neighbourShare = 0.4;
const farthestNeighbour = 3;
const importShare = 0.6;
const trivialShare = 0.2;

function answerScores(document: DiffDocument, novelty: Float32Array, question: string, toolInput: unknown): Float32Array | undefined {
  if (question.trim() === '') return undefined;
  const { kinds, starts, ends, hunkOf, fileOf, commitOf } = document;
  const parents = parentTexts(document);
  const skipped = (line: number): boolean => kinds[line] === lineKind.redundant || kinds[line] === lineKind.data;
  const { words, terms } = readAskedWords(document.text, withSynonyms(question, toolInput), { codes: document.codes });
  const request: RankRangesRequest = {
    text: document.text,
    words,
    count: document.count,
    start: (line) => starts[line]!,
    end: (line) => (skipped(line) ? 0 : ends[line]!),
    terms,
    parents: parents.texts,
    parentOf: (line) =>
      hunkOf[line]! >= 0 ? hunkOf[line]! : kinds[line] === lineKind.message ? (parents.ofCommit.get(commitOf[line]!) ?? -1) : -1,
  };
  const scores = rankRanges(request);
  if (scores === undefined) return undefined;
  weighByShape(document, scores, asksForDefinition.test(question.slice(0, 4000)) ? definitionShare : 1);
  for (let line = 0; line < document.count; line += 1) scores[line]! *= novelty[line]!;
  const lifted = scores.slice();
  for (let line = 0; line < document.count; line += 1) {
    if (scores[line]! < 0.3) continue;
    for (const step of [-1, 1]) {
      let share = scores[line]! * neighbourShare;
      for (let far = 1; far <= farthestNeighbour; far += 1, share *= 0.6) {
        const other = line + step * far;
        if (other < 0 || other >= document.count || hunkOf[other] !== hunkOf[line] || fileOf[other] !== fileOf[line]) break;
        if (lifted[other]! < share) lifted[other] = share;
      }
    }
  }
  return lifted;
}

/** Imports name what a file uses, which its path and its other lines say as well; brackets and blanks say nothing. */
function weighByShape(document: DiffDocument, scores: Float32Array, forDefinitions: number): void {
  const forms = lineForms(document);
  for (let line = 0; line < document.count; line += 1) {
    if (scores[line]! < 0.05 || document.hunkOf[line]! < 0 || document.kinds[line] === lineKind.hunkHeader) continue;
    const body = lineBody(document, line);
    if (forms.isTrivial(body)) {
      scores[line]! *= trivialShare;
      continue;
    }
    const opening = forms.opening(body);
    if (opening === 'import') scores[line]! *= importShare;
    else if (opening === 'definition') scores[line]! *= forDefinitions;
  }
}

function withSynonyms(question: string, toolInput: unknown): RankRangesRequest['terms'] {
  const asked = widenedTerms(question, toolInput);
  const known = new Set(asked.map(({ term }) => term));
  const head = question.slice(0, 4000);
  const more = synonyms.flatMap(([asks, words]) => (asks.test(head) ? questionTerms(words) : []));
  return [...asked, ...more.filter(({ term }) => !known.has(term)).map(({ term }) => ({ term, weight: 0.5 }))];
}

/** What stands over lines: of a hunk its path, its function and, where several commits differ in it, the commit's subject; of a message that subject. */
function parentTexts(document: DiffDocument): { readonly texts: readonly string[]; readonly ofCommit: ReadonlyMap<number, number> } {
  const subjects = new Map<number, string>();
  const isSeries = document.kinds.indexOf(lineKind.commit) !== document.kinds.lastIndexOf(lineKind.commit);
  const texts = document.hunks.map(({ file, start }) => {
    const commit = document.commitOf[start]!;
    const subject = subjects.get(commit) ?? (commit < 0 || !isSeries ? '' : subjectOf(document, commit));
    subjects.set(commit, subject);
    return `${document.files[file]!.path} ${lineHead(document, start, 300).replace(/^@@[^@]*@@+/, '')} ${subject}`;
  });
  const ofCommit = new Map<number, number>();
  for (let line = 0; line < document.count; line += 1) {
    if (document.kinds[line] !== lineKind.commit) continue;
    ofCommit.set(line, texts.length);
    texts.push(subjectOf(document, line));
  }
  return { texts, ofCommit };
}

function subjectOf(document: DiffDocument, commit: number): string {
  for (let line = commit; line < Math.min(document.count, commit + 12); line += 1) {
    const head = lineHead(document, line, 300);
    if (head.startsWith('    ')) return head.trim();
    if (head.startsWith('Subject: ')) return head.slice(9);
  }
  return '';
}
