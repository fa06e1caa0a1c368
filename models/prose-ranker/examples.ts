import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { featureCount, readFeatures } from '../../packages/core/src/compressors/prose/rank/features.ts';
import { readPassages } from '../../packages/core/src/compressors/prose/read/read-passages.ts';
import type { Passages } from '../../packages/core/src/compressors/prose/read/passages.ts';
import { normalise } from '../../test/question-answering/cases.ts';

/** A question over one text: a row of features for each passage, and which passages answer. */
export interface Example {
  /** Examples of one document never stand on both sides of a split. */
  readonly document: string;
  readonly features: Float32Array;
  readonly answers: readonly number[];
  /** Characters of each passage, for what a budget holds. */
  readonly lengths: readonly number[];
}

interface ListedTruth {
  readonly doc: number;
  readonly question: string;
  readonly answer: string;
}

interface HopTruth {
  readonly payload: string;
  readonly question: string;
  readonly gold_titles: readonly string[];
  readonly supporting_facts: readonly (readonly number[])[];
}

interface MeetingTruth {
  readonly payload: string;
  readonly specific: readonly { readonly query: string; readonly relevant_text_span: readonly (readonly [string, string])[] }[];
}

/** Reads all examples of the development corpus; undefined where that does not lie beside the repository. */
export function readExamples(root: string): readonly Example[] | undefined {
  const folder = join(root, '../shared/corpus/payloads');
  if (!existsSync(join(folder, 'truth'))) return undefined;
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  return readdirSync(join(folder, 'truth'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const truth = JSON.parse(read(`truth/${name}`)) as unknown;
      if (name.endsWith('.qa.json') && Array.isArray(truth))
        return listedExamples(read(`prose/${name.replace('.qa.json', '.txt')}`), truth as ListedTruth[]);
      if (name.endsWith('.qa.json')) return hopExamples(read((truth as HopTruth).payload), truth as HopTruth);
      return isMeeting(truth) ? meetingExamples(read(truth.payload), truth) : [];
    });
}

function isMeeting(truth: unknown): truth is MeetingTruth {
  return typeof truth === 'object' && truth !== null && 'specific' in truth;
}

function listedExamples(text: string, truths: readonly ListedTruth[]): Example[] {
  const passages = readPassages(text);
  return truths.flatMap(({ doc, question, answer }) => {
    const head = passageWhere(passages, (line) => line.startsWith('[') && line.includes(` ${doc}] `));
    const title = textOf(passages, head).replace(/^\[[^\]]*\] /, '');
    const answers = indexes(passages).filter(
      (passage) => passages.sections[passage] === head && normalise(textOf(passages, passage)).includes(normalise(answer)),
    );
    return example(passages, { document: title, question, answers });
  });
}

function hopExamples(text: string, { payload, question, gold_titles: titles, supporting_facts: facts }: HopTruth): Example[] {
  const passages = readPassages(text);
  const answers = titles.flatMap((title, index) => {
    const head = passageWhere(passages, (line) => line.endsWith(`: ${title}`) || line === title);
    const inside = indexes(passages).filter((passage) => passages.sections[passage] === head);
    return (facts[index] ?? []).flatMap((fact) => inside[fact] ?? []);
  });
  return example(passages, { document: payload, question, answers });
}

function meetingExamples(text: string, { payload, specific }: MeetingTruth): Example[] {
  const passages = readPassages(text);
  const turnOf = (passage: number): number => Number(/^\[(\d+)\]/.exec(lineOf(passages, passage))?.[1] ?? -1);
  return specific.flatMap(({ query, relevant_text_span: spans }) => {
    const answers = indexes(passages).filter((passage) =>
      spans.some(([from, to]) => turnOf(passage) >= Number(from) && turnOf(passage) <= Number(to)),
    );
    return example(passages, { document: payload, question: query, answers });
  });
}

function example(
  passages: Passages,
  { document, question, answers }: { document: string; question: string; answers: readonly number[] },
): Example[] {
  const features = answers.length === 0 ? undefined : readFeatures(passages, question, undefined);
  if (features === undefined || features.length !== passages.count * featureCount) return [];
  return [
    { document, features, answers, lengths: indexes(passages).map((passage) => passages.ends[passage]! - passages.starts[passage]!) },
  ];
}

function indexes({ count }: Passages): number[] {
  return Array.from({ length: count }, (_, passage) => passage);
}

function textOf({ text, starts, ends }: Passages, passage: number): string {
  return text.slice(starts[passage], ends[passage]);
}

function lineOf({ text, starts }: Passages, passage: number): string {
  const start = text.lastIndexOf('\n', starts[passage]!) + 1;
  return text.slice(start, start + 20);
}

function passageWhere(passages: Passages, holds: (line: string) => boolean): number {
  return indexes(passages).find((passage) => holds(textOf(passages, passage))) ?? -1;
}
