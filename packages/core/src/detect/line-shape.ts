import type { Detection } from './detection.ts';
import { codeEvidence, opensAsProgram, withoutComments, type CodeEvidence } from './code-lines.ts';
import { configEvidence, type ConfigEvidence } from './config-lines.ts';
import { isDiagnosticLine, isLogLine, isStampedLine } from './log-lines.ts';
import { isMarkup, proseShare } from './prose-lines.ts';
import { shareOf, type Sample } from './sample.ts';
import { searchShare } from './search-lines.ts';
import { tableEvidence } from './table-shape.ts';
import { isMeasurement, terminalEvidence } from './terminal-lines.ts';

/** Decides by lines where no grammar did: each kind says what share of the lines it explains, the rarer a mark the earlier it is asked. */
export function lineShape(sample: Sample): Detection {
  const { lines } = sample;
  const table = tableEvidence(lines);
  if (table.header === 'named' && table.share >= 0.85) return { kind: 'table', confidence: table.share, evidence: table.syntax };

  const stamped = shareOf(lines, isStampedLine);
  if (stamped >= 0.5 && !isMeasurement(lines)) return { kind: 'log', confidence: stamped, evidence: 'lines begin with a time or a level' };

  const search = searchShare(lines);
  if (search.share >= 0.6) return { kind: 'search', confidence: search.share, evidence: search.layout };
  if (table.share >= 0.85) return { kind: 'table', confidence: table.share, evidence: table.syntax };

  const measured = isMeasurement(lines);
  if (measured) return { kind: 'terminal', confidence: 0.8, evidence: 'measurements in columns' };
  const diagnostics = shareOf(lines, isDiagnosticLine);
  if (diagnostics >= 0.5) return { kind: 'log', confidence: diagnostics, evidence: 'diagnostics of a compiler or linter' };

  const log = shareOf(lines, isLogLine);
  const bare = withoutComments(lines);
  const code = codeEvidence(bare.length >= 3 ? bare : lines);
  const prose = proseShare(lines.filter((line) => !isLogLine(line))) * (1 - log);
  const config = strongest(configEvidence(lines), headConfig(sample));
  const terminal = terminalEvidence(lines);

  const markup = isMarkup(lines);
  if (config.syntax === 'YAML' && config.share >= 0.85 && config.share > log && !(markup && !hasNesting(lines))) {
    return { kind: 'config', confidence: config.share, evidence: 'lines of YAML' };
  }
  const program = { ...code, comments: 1 - bare.length / lines.length, opening: opensAsProgram(sample.head) ? 'program' : 'other' } as const;
  if (isProgram(program, log, proseShare(bare)) && !(markup && prose >= 0.25 && program.opening === 'other')) {
    return { kind: 'code', confidence: code.share, evidence: 'declarations and statements' };
  }
  if (markup && prose >= 0.25 && prose >= log) return { kind: 'prose', confidence: prose, evidence: 'a document with headings' };
  if (terminal.layout === 'aligned columns' && terminal.share >= 0.75 && terminal.share > log) {
    return { kind: 'terminal', confidence: terminal.share, evidence: terminal.layout };
  }
  if (isCommentedFile(lines)) return { kind: 'config', confidence: 0.7, evidence: 'a file of settings, most of them comments' };
  if (config.share >= 0.75 && config.share > log && (proseShare(bare) < 0.5 || config.share >= 0.95)) return { kind: 'config', confidence: config.share, evidence: `lines of ${config.syntax}` };
  if (terminal.share >= 0.6 && terminal.share >= log) return { kind: 'terminal', confidence: terminal.share, evidence: terminal.layout };
  if (prose >= 0.55 && prose >= log && stamped < 0.2) return { kind: 'prose', confidence: prose, evidence: 'sentences' };
  if (log >= 0.25) return { kind: 'log', confidence: log, evidence: 'diagnostics, stack frames, verdicts or build steps' };
  if (prose >= 0.35 || (markup && prose >= 0.2)) return { kind: 'prose', confidence: prose, evidence: 'sentences' };
  if (code.share >= 0.6 && code.classes >= 1) return { kind: 'code', confidence: code.share, evidence: 'statements' };
  if (config.share >= 0.6) return { kind: 'config', confidence: config.share, evidence: `lines of ${config.syntax}` };
  if (terminal.share >= 0.5) return { kind: 'terminal', confidence: terminal.share, evidence: terminal.layout };
  return { kind: 'text', confidence: 1 - Math.max(log, prose, code.share, config.share, terminal.share), evidence: 'no kind explains enough of its lines' };
}

/** A configuration whose later lines are the text of long values shows its syntax at the beginning. */
function headConfig(sample: Sample): ConfigEvidence {
  const head = sample.head.filter((line) => line.trim() !== '').slice(0, 30);
  const evidence = configEvidence(head);
  return head.length >= 15 && evidence.share >= 0.95 && evidence.syntax === 'YAML' ? evidence : { share: 0, syntax: '' };
}

function strongest(one: ConfigEvidence, other: ConfigEvidence): ConfigEvidence {
  return other.share > one.share ? other : one;
}

interface ProgramEvidence extends CodeEvidence {
  /** Share of lines that are comments. */
  readonly comments: number;
  readonly opening: 'program' | 'other';
}

function isProgram({ share, declared, classes, comments, opening }: ProgramEvidence, log: number, prose: number): boolean {
  if (opening === 'program' && share >= 0.25 && classes >= 1 && share > log) return true;
  if (classes >= 2 && declared >= 0.08 && share >= 0.55 && share > log) return true;
  if (classes >= 1 && share >= 0.6 && (comments >= 0.3 || declared >= 0.5) && share > log) return true;
  return classes >= 3 && declared >= 0.12 && share >= 0.4 && share > log && prose < 0.5;
}

/** Keys without a value of their own: YAML nests, the bullets of a list of changes do not. */
function hasNesting(lines: readonly string[]): boolean {
  return shareOf(lines, (line) => /^\s*[\w.-]+:\s*$/.test(line)) >= 0.05;
}

/** Files of settings whose every line is explained, or switched off, by a `#`. */
function isCommentedFile(lines: readonly string[]): boolean {
  return lines.length >= 8 && shareOf(lines, (line) => /^(?:#(?!#)|;)/.test(line)) >= 0.7;
}
