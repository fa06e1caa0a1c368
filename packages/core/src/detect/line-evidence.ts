import { codeEvidence, opensAsProgram, type CodeEvidence } from './code-lines.ts';
import { withoutComments } from './comment-lines.ts';
import { configEvidence, type ConfigEvidence } from './config-lines.ts';
import { isLogLine } from './log-lines.ts';
import { isMarkup, naturalLines, proseShare } from './prose-lines.ts';
import type { Sample } from './sample.ts';
import { terminalEvidence, type TerminalEvidence } from './terminal-lines.ts';

/** What each kind explains of the same lines: shares between 0 and 1. */
export interface LineEvidence {
  readonly lines: readonly string[];
  /** Lines that only logs have, and how many. */
  readonly log: number;
  readonly logLines: number;
  /** Sentences among the lines that no log claims. */
  readonly prose: number;
  /** Sentences among the lines that are no comments. */
  readonly bareProse: number;
  readonly markup: 'markup' | 'plain';
  readonly code: CodeEvidence;
  readonly comments: number;
  readonly opening: 'program' | 'other';
  readonly config: ConfigEvidence;
  readonly terminal: TerminalEvidence;
}

/** Measures a sample once for all kinds that are weighed against each other. */
export function measureLines(sample: Sample): LineEvidence {
  const { lines } = sample;
  const natural = naturalLines(lines);
  const bare = withoutComments(lines);
  const others = lines.filter((line) => !isLogLine(line));
  const logLines = lines.length - others.length;
  const log = logLines / Math.max(1, lines.length);
  return {
    lines,
    log,
    logLines,
    prose: proseShare(others, natural) * (1 - log),
    bareProse: proseShare(bare, natural),
    markup: isMarkup(lines) ? 'markup' : 'plain',
    code: codeEvidence(bare.length >= 3 ? bare : lines),
    comments: 1 - bare.length / Math.max(1, lines.length),
    opening: opensAsProgram(sample.head) ? 'program' : 'other',
    config: strongest(configEvidence(lines), headConfig(sample)),
    terminal: terminalEvidence(lines),
  };
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
