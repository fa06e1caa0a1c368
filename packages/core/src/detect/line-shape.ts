import type { Detection } from './detection.ts';
import { codeEvidence } from './code-lines.ts';
import { configEvidence } from './config-lines.ts';
import { isLogLine, isStampedLine } from './log-lines.ts';
import { hasHeadings, proseShare } from './prose-lines.ts';
import { shareOf, type Sample } from './sample.ts';
import { searchShare } from './search-lines.ts';
import { tableEvidence } from './table-shape.ts';
import { terminalEvidence } from './terminal-lines.ts';

/** Decides by lines where no grammar did: each kind says what share of the lines it explains, the rarer a mark the earlier it is asked. */
export function lineShape(sample: Sample): Detection {
  const { lines } = sample;
  const table = tableEvidence(lines);
  if (table.header === 'named' && table.share >= 0.85) return { kind: 'table', confidence: table.share, evidence: table.syntax };

  const stamped = shareOf(lines, isStampedLine);
  if (stamped >= 0.5) return { kind: 'log', confidence: stamped, evidence: 'lines begin with a time or a level' };

  const search = searchShare(lines);
  if (search.share >= 0.6) return { kind: 'search', confidence: search.share, evidence: search.layout };
  if (table.share >= 0.85) return { kind: 'table', confidence: table.share, evidence: table.syntax };

  const code = codeEvidence(lines);
  const prose = proseShare(lines);
  const config = configEvidence(lines);
  const log = shareOf(lines, isLogLine);
  const terminal = terminalEvidence(lines);

  if (isProgram(code, log, prose)) return { kind: 'code', confidence: code.share, evidence: 'declarations and statements' };
  if (config.share >= 0.75 && config.share > log && prose < 0.75) return { kind: 'config', confidence: config.share, evidence: `lines of ${config.syntax}` };
  if (terminal.share >= 0.6 && terminal.share >= log) return { kind: 'terminal', confidence: terminal.share, evidence: terminal.layout };
  if (prose >= 0.55 && prose >= log && stamped < 0.2) return { kind: 'prose', confidence: prose, evidence: 'sentences' };
  if (log >= 0.25) return { kind: 'log', confidence: log, evidence: 'diagnostics, stack frames, verdicts or build steps' };
  if (prose >= 0.35 || (hasHeadings(lines) && prose >= 0.2)) return { kind: 'prose', confidence: prose, evidence: 'sentences' };
  if (code.share >= 0.6 && code.classes >= 1) return { kind: 'code', confidence: code.share, evidence: 'statements' };
  if (config.share >= 0.6) return { kind: 'config', confidence: config.share, evidence: `lines of ${config.syntax}` };
  if (terminal.share >= 0.5) return { kind: 'terminal', confidence: terminal.share, evidence: terminal.layout };
  return { kind: 'text', confidence: 1 - Math.max(log, prose, code.share, config.share, terminal.share), evidence: 'no kind explains enough of its lines' };
}

function isProgram(code: { readonly share: number; readonly declared: number; readonly classes: number }, log: number, prose: number): boolean {
  if (code.classes >= 2 && code.declared >= 0.08 && code.share >= 0.55 && code.share > log) return true;
  return code.classes >= 3 && code.declared >= 0.12 && code.share >= 0.4 && code.share > log && prose < 0.5;
}
