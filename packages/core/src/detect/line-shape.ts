import type { ContentKind } from '../types/content-kind.ts';
import type { Detection } from './detection.ts';
import { measureLines, type LineEvidence } from './line-evidence.ts';
import type { Line } from './line.ts';
import { anyPattern } from './line-pattern.ts';
import { isDiagnosticLine, isStampedLine, isReportLine } from './log-lines.ts';
import { shareOf, type Sample } from './sample.ts';
import { searchShare } from './search-lines.ts';
import { areServiceMessages } from './service-names.ts';
import { sundryShare } from './sundry-lines.ts';
import { tableEvidence } from './table-shape.ts';
import { templateLines } from './template-lines.ts';
import { isMeasurement } from './terminal-lines.ts';

type Verdict = Detection | undefined;

/** Decides by lines where no grammar did: first by marks that one kind alone has, then by weighing what each kind explains of the lines. */
export function lineShape(sample: Sample): Detection {
  return markedShape(sample.lines) ?? weighedShape(measureLines(sample));
}

/** Marks: column names, times, paths with line numbers, diagnostics. Times come before paths, since `12:30:45` reads as a path's line too. */
function markedShape(lines: readonly Line[]): Verdict {
  if (shareOf(lines, isMetricComment) >= 0.1) return told('terminal', 0.9, 'an exposition of metrics');
  if (shareOf(lines, isServerSentEvent) >= 0.9) return told('text', 0.9, 'server-sent events');
  if (areServiceMessages(lines)) return told('log', 0.9, 'messages of several services');
  if (shareOf(lines, isDebuggerFrame) >= 0.05) return told('log', 0.9, 'frames of a debugger');
  const table = tableEvidence(withoutOpeningComments(lines));
  if (table.header === 'named' && table.share >= 0.85) return told('table', table.share, table.syntax);
  if (isMeasurement(lines)) return told('terminal', 0.8, 'measurements in columns');
  const stamped = shareOf(lines, isStampedLine);
  if (stamped >= 0.5) return told('log', stamped, 'lines begin with a time or a level');
  const search = searchShare(lines);
  if (search.share >= 0.6) return told('search', search.share, search.layout);
  if (table.share >= 0.85) return told('table', table.share, table.syntax);
  const diagnostics = shareOf(lines, isDiagnosticLine);
  return diagnostics >= 0.5 ? told('log', diagnostics, 'diagnostics of a compiler or linter') : undefined;
}

/** The first rule that speaks decides: sure ones of every kind before doubtful ones of any. */
function weighedShape(evidence: LineEvidence): Detection {
  for (const rule of [yaml, program, document, columns, settings, listing, repeatedEvents, sentences, events, doubtful]) {
    const verdict = rule(evidence);
    if (verdict !== undefined) return verdict;
  }
  const { log, prose, code, config, terminal } = evidence;
  return told('text', 1 - Math.max(log, prose, code.share, config.share, terminal.share), 'no kind explains enough of its lines');
}

function yaml(evidence: LineEvidence): Verdict {
  const { config, lines } = evidence;
  if (config.syntax !== 'YAML' || config.share < 0.85 || config.share <= evidence.log) return undefined;
  // The bullets of a list of changes look like entries, but keys without a value of their own are YAML's alone.
  const nests = shareOf(lines, opensNest) >= nestShare;
  if (!nests && areSpeakers(lines)) return undefined;
  if (areRecords(lines)) return told('terminal', 0.8, 'records of labelled values');
  return evidence.markup === 'plain' || nests ? told('config', config.share, 'lines of YAML') : undefined;
}

const nestShare = 0.05;

const opensNest = anyPattern([/^\s*[\w.-]+:\s*$/, { opens: 'A-Za-z0-9_.-', closes: ':' }]);
const labelled = /^\s{0,24}([A-Za-z][\w .()/-]{0,40}):\s+\S/;
const isLabelled = anyPattern([labelled, { opens: 'A-Za-z', has: ':' }]);
const said = /^([\w .'-]{1,40}): (\S.{0,200})/;
const isSaid = anyPattern([said, { is: ['colon space'] }]);
const beginsRecord = anyPattern([/^\s*- |^---$/, { opens: '-' }]);

/** A mapping has each key once: what says the same keys again and again, without items, lists records one behind another. */
function areRecords(lines: readonly Line[]): boolean {
  if (lines.some(beginsRecord) || shareOf(lines, opensNest) >= nestShare) return false;
  const keys = lines.flatMap((line) => (isLabelled(line) ? (labelled.exec(line.text)?.[1] ?? []) : []));
  return keys.length >= lines.length * 0.5 && new Set(keys).size <= keys.length * 0.4;
}

/** Names before what was said come again and again, as keys of one level hardly do. */
function areSpeakers(lines: readonly Line[]): boolean {
  const turns = lines.flatMap((line) => (isSaid(line) ? (said.exec(line.text)?.slice(1) ?? []) : []));
  const names = turns.filter((_, place) => place % 2 === 0);
  const spoken = turns.filter((text, place) => place % 2 === 1 && / \S+ \S+ /.test(text)).length;
  return names.length >= lines.length * 0.6 && new Set(names).size <= names.length / 3 && spoken >= names.length * 0.6;
}

function program(evidence: LineEvidence): Verdict {
  const { code, log, opening, lines } = evidence;
  // A report of failed tests or slow statements quotes the source of each.
  if (log >= 0.25 && opening === 'other' && shareOf(lines, isReportLine) >= 0.05) return undefined;
  if (code.share <= log || !declaresEnough(evidence)) return undefined;
  if (shareOf(lines, isStatementOfRows) >= 0.8) return told('text', 0.8, 'rows as statements of a database');
  if (evidence.markup === 'markup' && evidence.prose >= 0.25 && opening === 'other') return undefined;
  return told('code', code.share, 'declarations and statements');
}

function declaresEnough(evidence: LineEvidence): boolean {
  const { code, comments, opening } = evidence;
  const { share, declared, classes } = code;
  if (opening === 'program' && share >= 0.25 && classes >= 1) return true;
  if (classes >= 2 && declared >= 0.08 && share >= 0.55) return true;
  if (classes >= 1 && share >= 0.6 && (comments >= 0.3 || declared >= 0.5)) return true;
  return classes >= 3 && declared >= 0.12 && share >= 0.4 && evidence.bareProse < 0.5;
}

function document(evidence: LineEvidence): Verdict {
  if (evidence.markup !== 'markup') return undefined;
  const { prose, log } = evidence;
  return prose >= 0.25 && prose >= log ? told('prose', prose, 'a document with headings') : undefined;
}

function columns({ terminal, log }: LineEvidence): Verdict {
  if (terminal.layout !== 'aligned columns' || terminal.share < 0.75 || terminal.share <= log) return undefined;
  return told('terminal', terminal.share, terminal.layout);
}

function settings(evidence: LineEvidence): Verdict {
  const { lines, config, log } = evidence;
  const commented = lines.length >= 8 && shareOf(lines, isSettingComment) >= 0.7;
  const explained = config.share >= 0.75 && config.share > log && (config.share >= 0.95 || evidence.bareProse < 0.5);
  if ((!commented && !explained) || (config.syntax === 'YAML' && areSpeakers(lines))) return undefined;
  if (commented) return told('config', 0.7, 'settings, most of them comments');
  if (config.syntax === 'YAML' && areRecords(lines)) return told('terminal', 0.8, 'records of labelled values');
  return told('config', config.share, `lines of ${config.syntax}`);
}

function listing({ terminal, log }: LineEvidence): Verdict {
  return terminal.share >= 0.6 && terminal.share >= log ? told('terminal', terminal.share, terminal.layout) : undefined;
}

/** What a program says again and again reads as sentences, or as nothing known. */
function repeatedEvents({ lines, markup, code }: LineEvidence): Verdict {
  if (markup === 'markup' || code.share >= 0.6) return undefined;
  const share = templateLines(lines);
  return share > 0 ? told('log', share, 'lines of few templates') : undefined;
}

function sentences({ prose, log }: LineEvidence): Verdict {
  return prose >= 0.55 && prose >= log ? told('prose', prose, 'sentences') : undefined;
}

function events({ log, logLines }: LineEvidence): Verdict {
  return log >= 0.25 && logLines >= 2 ? told('log', log, 'diagnostics, stack frames, verdicts or build steps') : undefined;
}

function doubtful({ lines, log, prose, markup, code, config, terminal }: LineEvidence): Verdict {
  if (prose >= 0.35 || (markup === 'markup' && prose >= 0.2)) return told('prose', prose, 'sentences');
  if (code.share >= 0.6 && code.classes >= 1) return told('code', code.share, 'statements');
  if (config.share >= 0.6) return told('config', config.share, `lines of ${config.syntax}`);
  if (terminal.share >= 0.5) return told('terminal', terminal.share, terminal.layout);
  const sundry = log < 0.25 && code.classes === 0 ? sundryShare(lines) : 0;
  return sundry >= 0.75 ? told('terminal', sundry, 'output of several commands') : undefined;
}

const isMetricComment = anyPattern([/^# (?:HELP|TYPE|UNIT) \w/, { opens: '#', is: ['margin', 'capitals'] }]);

/** A frame that a debugger prints between the values of variables, which would read as settings, and it as their comment. */
const isDebuggerFrame = anyPattern([
  /^#\d{1,4} {1,3}(?:0x[0-9a-f]{6,16} in \S|\S.{0,200} \(.*\) at \S{1,200}:\d+$)/,
  { opens: '#', has: '0 ', is: ['margin'] },
]);

const isSettingComment = anyPattern([/^(?:#(?!#|\d+ )|;)/, { opens: '#;', is: ['margin'] }]);

/** A field of an event stream is spelled as an entry of YAML is. */
const isServerSentEvent = anyPattern([/^(?:data|event|id|retry):/, { opens: 'deir', has: ':', is: ['margin'] }]);

/** A dump of a database says each row, or some, in a statement: data, not a program. */
const isStatementOfRows = anyPattern([
  /^(?:INSERT|REPLACE) (?:IGNORE )?INTO [\w."`[\]]{1,120} |^\s*\((?:'|-?\d|NULL)/i,
  { opens: 'IRir(' },
]);

/** Data files say in comments above their first row what they are. */
function withoutOpeningComments(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(({ text }) => !text.startsWith('#'));
  return first > 0 ? lines.slice(first) : lines;
}

function told(kind: ContentKind, confidence: number, evidence: string): Detection {
  return { kind, confidence, evidence };
}
