import { tellsWordChange } from '../text/word-change.ts';
import type { Detection } from './detection.ts';
import type { Sample } from './sample.ts';

const hunkHeader = /^@@@* -\d+(?:,\d+)?(?: -\d+(?:,\d+)?)* \+\d+(?:,\d+)? @@@*/;
const gitHeader = /^diff --(?:git|cc|combined) /;
const gitDetail =
  /^(?:index [0-9a-f]+[.,]|similarity index |dissimilarity index |new file mode |deleted file mode |old mode |rename from |copy from |Binary files |--- )/;
const commitLine = /^(?:commit |From |[0-9a-f]{7,40} |stash@|tag |Author: |Subject: |From: )/;
/** What `git diff --stat -p` writes first. */
const statistics = /^ \S.{0,300}\|\s{1,8}(?:\d{1,9} [+-]*|Bin\b)/;
const fewLinesBefore = 6;
/** Lines of a unified or context diff and of its headers. */
const diffLine =
  /^(?:[-+ @\\!*]|\t|diff |index |new |deleted |old |rename |copy |similarity |dissimilarity |Index: |Only in |Binary |GIT binary |Submodule )/;
const leastDiffLines = 0.4;
const messageCharacters = 64_000;

/** A unified or context diff, with or without the messages of `git show`, `git log -p` and `git format-patch` before it. */
export function diffShape(sample: Sample): Detection | undefined {
  const { head } = sample;
  const first = head.findIndex((line) => line.trim() !== '');
  if (first < 0) return undefined;
  if (hunkHeader.test(head[first] ?? '')) return hunkAlone(sample);
  const at = head.findIndex((line, index) => startsFile(head, line, index));
  const opening = head[first] ?? '';
  if (at < 0) return commitLine.test(opening) || statistics.test(opening) ? diffAfterMessage(sample) : undefined;
  const announced = commitLine.test(opening) || statistics.test(opening) || (at - first <= fewLinesBefore && isMostlyDiff(sample));
  return announced ? { kind: 'diff', confidence: 1, evidence: 'headers of a unified diff' } : undefined;
}

/** A diff that a session only begins with is one of several outputs. */
function isMostlyDiff({ lines }: Sample): boolean {
  return lines.filter(({ text }) => diffLine.test(text) || tellsWordChange(text)).length >= lines.length * leastDiffLines;
}

/** A commit's message may be longer than the sample's head. */
function diffAfterMessage({ text, start }: Sample): Detection | undefined {
  const found = text.slice(start, start + messageCharacters).includes('\ndiff --git ');
  return found ? { kind: 'diff', confidence: 0.95, evidence: 'a commit with its diff' } : undefined;
}

/** `+++` alone is text: the three headers of a file must stand together. */
function startsFile(lines: readonly string[], line: string, index: number): boolean {
  const next = lines[index + 1] ?? '';
  if (gitHeader.test(line)) return gitDetail.test(next) || index === lines.length - 1 || gitHeader.test(next);
  if (line.startsWith('Index: ')) return /^={20,}$/.test(next);
  if (line.startsWith('*** ')) return next.startsWith('--- ') && /^\*{15}(?: |$)/.test(lines[index + 2] ?? '');
  return line.startsWith('--- ') && next.startsWith('+++ ') && hunkHeader.test(lines[index + 2] ?? '');
}

/** A diff whose beginning was cut off. */
function hunkAlone(sample: Sample): Detection | undefined {
  const body = sample.lines.filter(({ text }) => /^[-+ @\\]|^diff |^index |^new |^deleted /.test(text));
  const changed = body.some(({ text }) => text.startsWith('+') || text.startsWith('-'));
  if (!changed || body.length < sample.lines.length * 0.9) return undefined;
  return { kind: 'diff', confidence: 0.9, evidence: 'hunks of a unified diff' };
}
