import type { Candidate, CompressContext, Compressor, Payload } from '../../types/compressor.ts';
import { analyseLog } from './value/analyse-log.ts';
import { chooseLines } from './choose/choose-lines.ts';
import { liftContext } from './value/context-lift.ts';
import { valueLines, type LogAnalysis } from './value/line-values.ts';
import { isLosslessLog, writeLosslessLog } from './lossless-log.ts';

/**
 * Makes logs shorter: of builds, tests, CI runs, servers and kernels, and stack traces.
 *
 * Lines stand whole and in their order or are left out, and each gap is stated in its place. What is kept: errors of every kind first and last, their traces and
 * causes, verdicts, exit codes and the failed command, warnings, rare lines, and what the question asks for.
 *
 * @example
 * const candidate = logCompressor().compress({ text: log, kind: 'log', question: 'Why did the build fail?' }, context);
 */
export function logCompressor(): Compressor {
  return { name: 'log', kinds: ['log'], compress };
}

/** Facts make a marker longer than the one that `handleTokens` was counted from. */
const factTokens = 16;

function compress({ text, question, toolInput }: Payload, context: CompressContext): Candidate | undefined {
  if (isLosslessLog(text)) return undefined;
  const whole = losslessCandidate(text, context);
  if (context.fidelity === 'lossless' || (whole?.tokens !== undefined && whole.tokens <= context.tokenBudget)) return whole;
  const analysis = analyseLog(text, question, toolInput);
  const values = liftContext(analysis, valueLines(analysis));
  const budget = budgetFor(analysis, context.tokenBudget) - context.handleTokens - factTokens;
  const fitted = chooseLines(analysis, { values, budget, question, count: context.count });
  if (fitted === undefined || fitted.omissions.length === 0 || fitted.tokens >= context.tokensBefore) return whole;
  return { text: fitted.text, fidelity: 'reversible', omissions: fitted.omissions, tokens: fitted.tokens };
}

/** The lossless form where it is smaller. It is not even counted where it could not be chosen: beside a reversible form it must fit the budget. */
function losslessCandidate(source: string, { fidelity, tokensBefore, tokenBudget, count }: CompressContext): Candidate | undefined {
  const form = writeLosslessLog(source);
  if (form === undefined || form.text.length >= source.length) return undefined;
  const hopeless = (form.text.length / source.length) * tokensBefore > 2 * tokenBudget;
  if (fidelity === 'reversible' && hopeless) return undefined;
  const tokens = count(form.text);
  return tokens < tokensBefore ? { ...form, fidelity: 'lossless', omissions: [], tokens } : undefined;
}

/**
 * A run that failed, and a tool that said so, needs far less than its share while nobody asks for anything else: about a thousand tokens tell what failed and why
 * (LogDx-CI cases, no question: the figures stand in docs/compressors/log.md).
 */
const failedRun = { factor: 290, exponent: 0.15 } as const;

function budgetFor({ ending, question }: LogAnalysis, tokenBudget: number): number {
  if (question !== undefined || ending.certainty !== 'certain') return tokenBudget;
  return Math.min(tokenBudget, Math.floor(failedRun.factor * tokenBudget ** failedRun.exponent));
}
