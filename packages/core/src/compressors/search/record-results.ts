import type { PlainResults } from './plain-results.ts';
import { snippetRows, type Snippet } from './snippet-rows.ts';

type Fields = Readonly<Record<string, unknown>>;

const sniffed = 3000;
const leastRecords = 5;
/** Of the records so many have a place and a text, and so many of the texts several lines: else a table says them better. */
const leastShare = 0.9;
const leastOfSeveralLines = 0.6;

const pathNames = [
  'path',
  'file',
  'file_path',
  'filePath',
  'filepath',
  'filename',
  'fileName',
  'file_name',
  'relative_path',
  'uri',
  'source',
];
const lineNames = ['line', 'line_number', 'lineNumber', 'lineno', 'match_line', 'matchLine'];
const firstNames = ['start_line', 'startLine', 'line_start', 'lineStart', 'from_line', 'start', 'begin', 'first_line'];
const lastNames = ['end_line', 'endLine', 'line_end', 'lineEnd', 'to_line', 'end', 'last_line'];
const rangeNames = ['lines', 'range', 'line_range', 'lineRange', 'span'];
const textNames = ['snippet', 'content', 'code', 'text', 'chunk', 'preview', 'body', 'context', 'pageContent', 'page_content'];
/** Fields that the rows tell: all others are named. */
const toldNames: ReadonlySet<string> = new Set([...pathNames, ...lineNames, ...firstNames, ...lastNames, ...rangeNames, ...textNames]);
const innerNames = ['metadata', 'location', 'document', 'payload', 'entity'];

/**
 * Reads JSON whose records are places in code with several lines each, as indexes of code answer: an array, or an object that holds one. The lines are told as rows of a search, other fields
 * (scores, languages) are named and go into the store.
 */
export function readRecords(text: string): PlainResults | undefined {
  const sniff = text.slice(0, sniffed);
  if (
    !/"[\w]*(?:path|file|uri|source)\w*"\s*:\s*"/i.test(sniff) ||
    !sniff.includes('\\n') ||
    !/"\w*(?:line|start|range|span)\w*"\s*:/i.test(sniff)
  )
    return undefined;
  const found = findRecords(text);
  if (found === undefined || found.records.length < leastRecords) return undefined;
  const rows: string[] = [];
  const records: number[] = [];
  const others = new Set<string>();
  let [read, tall, unsure] = [0, 0, false];
  found.records.forEach((record, index) => {
    const snippet = snippetOf(record);
    if (snippet === undefined) return;
    read += 1;
    const lines = snippetRows(snippet);
    if (lines.length > 2) tall += 1;
    unsure ||= snippet.first === undefined && lines.length > 1;
    for (const row of lines) {
      rows.push(row);
      records.push(index);
    }
    for (const name of Object.keys(record)) if (!toldNames.has(name)) others.add(name);
  });
  // A record that is no place would be lost out of sight.
  if (read < found.records.length * leastShare || tall < read * leastOfSeveralLines) return undefined;
  const named = [...others].slice(0, 8).join(', ');
  const unread = found.records.length - read;
  return {
    text: rows.join('\n'),
    retold: found.records.length,
    unit: 'records_retold',
    statement: `from JSON${named === '' ? '' : ` without ${named}`}${unread === 0 ? '' : `, ${unread} records without a place offloaded`}${unsure ? ', context numbered as its match' : ''}`,
    place: (first, last) => `path ${found.place}[${records[first]}:${records[last]! + 1}]`,
  };
}

/** The records and where in the document they stand. */
function findRecords(text: string): { readonly records: readonly Fields[]; readonly place: string } | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (Array.isArray(root)) return root.every(isFields) ? { records: root, place: '$' } : undefined;
  if (!isFields(root)) return undefined;
  // What stands beside the records must be little: it is not shown.
  const lists = Object.entries(root).filter(([, value]) => Array.isArray(value) && value.length > 0);
  const [list, ...more] = lists;
  if (list === undefined || more.length > 0 || !/^[A-Za-z_]\w*$/.test(list[0])) return undefined;
  const records = list[1] as readonly unknown[];
  const beside = Object.entries(root).filter(([name]) => name !== list[0]);
  if (!records.every(isFields) || beside.some(([, value]) => typeof value === 'object' && value !== null)) return undefined;
  return JSON.stringify(beside).length > 400 ? undefined : { records, place: `$.${list[0]}` };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function snippetOf(record: Fields): Snippet | undefined {
  const inner = innerNames.map((name) => record[name]).find(isFields);
  const fields = inner === undefined ? record : { ...inner, ...record };
  const path = pathNames.map((name) => fields[name]).find((value) => typeof value === 'string' && isPath(value));
  const text = textNames.map((name) => fields[name]).find((value) => typeof value === 'string');
  if (typeof path !== 'string' || typeof text !== 'string' || text === '') return undefined;
  const { first, last } = rangeOf(fields);
  const line = numberAt(fields, lineNames) ?? first;
  if (line === undefined) return undefined;
  return { path, line, first, last, text };
}

function rangeOf(fields: Fields): { readonly first: number | undefined; readonly last: number | undefined } {
  const [first, last] = [numberAt(fields, firstNames), numberAt(fields, lastNames)];
  if (first !== undefined) return { first, last };
  const range = rangeNames.map((name) => fields[name]).find((value) => value !== undefined);
  const told =
    typeof range === 'string' ? /^L?(\d+)\s*[-–:]\s*L?(\d+)$/.exec(range)?.slice(1).map(Number) : Array.isArray(range) ? range : undefined;
  if (told !== undefined) return { first: asLine(told[0]), last: asLine(told[1]) };
  return isFields(range)
    ? { first: numberAt(range, [...firstNames, 'from']), last: numberAt(range, [...lastNames, 'to']) }
    : { first: undefined, last: undefined };
}

function numberAt(fields: Fields, names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = fields[name];
    const number = asLine(isFields(value) ? value['line'] : value);
    if (number !== undefined) return number;
  }
  return undefined;
}

function asLine(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,8}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** What rows can hold: no colon but a drive's, no break. */
function isPath(value: string): boolean {
  return value.length < 300 && /^(?:[A-Za-z]:(?=[\\/]))?[^:\r\n]*[A-Za-z][^:\r\n]*$/.test(value) && /[\\/]|\.\w/.test(value);
}
