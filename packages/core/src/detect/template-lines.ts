import type { Line } from './line.ts';
import { isLogLine } from './log-lines.ts';

const fewestLines = 20;
const fewestWords = 3;
/** Lines that one template has at least to be one. */
const fewestOfTemplate = 3;
/** What templates explain of the lines at least, alone and with the lines that only logs have. */
const templateShare = 0.35;
const explainedShare = 0.6;
const longestWord = 30;
/** People write numbers into like sentences as well. */
const sentence = /^\s*[A-Z].*[a-z]{2}[.!?]$/;

/**
 * The share of lines that say what several others say with other numbers, places or names of files; 0 of texts that are too short to tell. Programs that loop print such lines, whether or not they print
 * the time. Linear in the sample.
 */
export function templateLines(lines: readonly Line[]): number {
  if (lines.length < fewestLines) return 0;
  const counts = new Map<string, number>();
  let events = 0;
  for (const line of lines) {
    if (isLogLine(line)) {
      events += 1;
      continue;
    }
    const template = sentence.test(line.text) ? undefined : templateOf(line.text);
    if (template !== undefined) counts.set(template, (counts.get(template) ?? 0) + 1);
  }
  let repeated = 0;
  for (const count of counts.values()) if (count >= fewestOfTemplate) repeated += count;
  const explained = (repeated + events) / lines.length;
  return repeated >= lines.length * templateShare && explained >= explainedShare ? explained : 0;
}

/** The words of a line, with one sign for each that has a digit or a slash or is long; undefined where there is none of these, or hardly a word beside them: people and documents repeat themselves too. */
function templateOf(line: string): string | undefined {
  let words = 0;
  const parts = line.trim().split(/\s+/);
  for (const [place, part] of parts.entries()) {
    if (part.length > longestWord || /[\d/\\]/.test(part)) parts[place] = '#';
    else if (/^[^A-Za-z]?[A-Za-z]{2,}[^\w]{0,2}$/.test(part)) words += 1;
  }
  return words >= fewestWords && parts.includes('#') ? parts.join(' ') : undefined;
}
