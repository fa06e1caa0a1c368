import { codeEvidence, opensAsProgram, type CodeEvidence } from './code-lines.ts';
import { withoutComments } from './comment-lines.ts';
import { configEvidence, type ConfigEvidence } from './config-lines.ts';
import type { Line } from './line.ts';
import { isLogLine } from './log-lines.ts';
import { isMarkup, naturalLines, proseShare } from './prose-lines.ts';
import { once } from './once.ts';
import { isVisible, type Sample } from './sample.ts';
import { terminalEvidence, type TerminalEvidence } from './terminal-lines.ts';

/** What each kind explains of the same lines: shares between 0 and 1. */
export interface LineEvidence {
  readonly lines: readonly Line[];
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

/** Measures a sample for all kinds that are weighed against each other, each measure once and only where a rule asks for it: the first rules decide most texts. */
export function measureLines(sample: Sample): LineEvidence {
  const { lines } = sample;
  const natural = once(() => naturalLines(lines));
  const bare = once(() => withoutComments(lines));
  const others = once(() => lines.filter((line) => !isLogLine(line)));
  const log = (): number => (lines.length - others().length) / Math.max(1, lines.length);
  const prose = once(() => proseShare(others(), natural()) * (1 - log()));
  const bareProse = once(() => proseShare(bare(), natural()));
  const markup = once(() => (isMarkup(lines) ? 'markup' : 'plain'));
  const code = once(() => codeEvidence(bare().length >= 3 ? bare() : lines));
  const opening = once(() => (opensAsProgram(sample.head) ? 'program' : 'other'));
  const config = once(() => strongest(configEvidence(lines), headConfig(sample)));
  const terminal = once(() => terminalEvidence(lines));
  return {
    lines,
    get log() {
      return log();
    },
    get logLines() {
      return lines.length - others().length;
    },
    get prose() {
      return prose();
    },
    get bareProse() {
      return bareProse();
    },
    get markup() {
      return markup();
    },
    get code() {
      return code();
    },
    get comments() {
      return 1 - bare().length / Math.max(1, lines.length);
    },
    get opening() {
      return opening();
    },
    get config() {
      return config();
    },
    get terminal() {
      return terminal();
    },
  };
}

const headLines = 30;

/** A configuration whose later lines are the text of long values shows its syntax at the beginning. */
function headConfig(sample: Sample): ConfigEvidence {
  const head = sample.lines.slice(0, Math.min(headLines, sample.head.filter(isVisible).length));
  const evidence = configEvidence(head);
  return head.length >= 15 && evidence.share >= 0.95 && evidence.syntax === 'YAML' ? evidence : { share: 0, syntax: '' };
}

function strongest(one: ConfigEvidence, other: ConfigEvidence): ConfigEvidence {
  return other.share > one.share ? other : one;
}
