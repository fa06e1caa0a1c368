import type { Detection } from './detection.ts';
import { jsonExtent, readJsonPrefix } from './json-prefix.ts';
import { shareOf, type Sample } from './sample.ts';

const lookCharacters = 4_096;
const preambleCharacters = 3_000;
const maximumStarts = 12;
/** What `head` and the limits of tools leave of a value is shorter than this. */
const longestCut = 100_000;

/** Matches the first lines of `rg --json`, which are search results in spite of their grammar. */
const ripgrepEvent = /^\{"type":"(?:begin|match)","data":\{"path":/;

/** JSON at the first visible character: one document, JSON lines, concatenated values, a note after the end, truncated, or inside a string. */
export function jsonShape(sample: Sample): Detection | undefined {
  const { text, start } = sample;
  const first = text[start];
  if (first === '"') return jsonInString(text, start);
  if (first !== '{' && first !== '[') return undefined;
  const found = readValues(text, start);
  if (found === undefined) return jsonLines(sample) ?? commentedJson(text, start);
  if (ripgrepEvent.test(text.slice(start, start + 60))) return { kind: 'search', confidence: 1, evidence: 'events of rg --json' };
  if (found === 'one JSON value' && isNotebook(text, start)) return { kind: 'notebook', confidence: 1, evidence: 'cells of a notebook' };
  return { kind: 'json', confidence: 1, evidence: found };
}

const notebookOpening = /^\{\s{0,200}"(?:cells|metadata|nbformat|nbformat_minor)"\s{0,20}:/;
const lookedAtEnds = 4_000;

/** A notebook of Jupyter names its format, with the cells first or last: its keys stand in the order of their letters or as a program wrote them. */
function isNotebook(text: string, start: number): boolean {
  if (!notebookOpening.test(text.slice(start, start + 500))) return false;
  const ends = [text.slice(start, start + lookedAtEnds), text.slice(Math.max(start, text.length - lookedAtEnds))];
  return ends.some((end) => end.includes('"nbformat"')) && text.includes('"cell_type"', start);
}

/** JSON after a text: most of the whole must be JSON, so that a log with an object in it stays a log. */
export function jsonAfterPreamble(sample: Sample): Detection | undefined {
  const { text, start } = sample;
  const window = text.slice(start, start + preambleCharacters);
  let starts = 0;
  for (const match of window.matchAll(/(?<=^|[\s:=(,>}])[{[](?=\s*["{[\]}]|\s*-?\d)/gm)) {
    if (++starts > maximumStarts) return undefined;
    const at = start + match.index;
    const prefix = readJsonPrefix(text, at, lookCharacters);
    if (prefix.status === 'broken' || prefix.tokens < 5) continue;
    if (followsFence(text, at)) return undefined;
    const end = endOfValues(text, at);
    if (end - at >= (text.length - start) * 0.6) return { kind: 'json', confidence: 0.95, evidence: 'JSON after a preamble' };
    // The first whole value decides: later ones are parts of a text that only quotes JSON.
    if (prefix.status === 'open') return undefined;
  }
  return undefined;
}

/** Reads values until the look is used up; undefined where another text than JSON prevails. */
function readValues(text: string, start: number): string | undefined {
  let at = start;
  let values = 0;
  const stop = start + lookCharacters;
  while (at < stop) {
    const prefix = readJsonPrefix(text, at, stop - at);
    if (prefix.status === 'open') return values === 0 ? 'one JSON value' : 'JSON values one after another';
    if (prefix.status === 'broken') return undefined;
    values++;
    at = nextValue(text, prefix.end);
    if (at >= text.length) return values === 1 ? 'one JSON value' : 'JSON values one after another';
    if (text[at] !== '{' && text[at] !== '[') {
      return at - start >= (text.length - start) * 0.5 ? 'JSON with a note after it' : undefined;
    }
  }
  return 'JSON values one after another';
}

/** Values that are whole may be separated by white space and commas. */
function nextValue(text: string, from: number): number {
  const visible = /[^\s,\u001e]/g;
  visible.lastIndex = from;
  return visible.exec(text)?.index ?? text.length;
}

function endOfValues(text: string, start: number): number {
  let from = start;
  for (;;) {
    const end = jsonExtent(text, from);
    // A value that is never closed was cut off, and the output of the next command may follow it: it ends where the grammar does.
    if (end === text.length && !/[}\]]$/.test(text.slice(-1))) return endOfGrammar(text, from);
    const next = nextValue(text, end);
    if (text[next] !== '{' && text[next] !== '[') return end;
    from = next;
  }
}

function endOfGrammar(text: string, start: number): number {
  const { status, end } = readJsonPrefix(text, start, longestCut);
  return status === 'broken' ? end : text.length;
}

/** JSON lines among which some other line stands. */
function jsonLines(sample: Sample): Detection | undefined {
  if (sample.lines.length < 3) return undefined;
  const share = shareOf(sample.lines, ({ text }) => {
    if (!text.startsWith('{"')) return false;
    return readJsonPrefix(text, 0, text.length).status !== 'broken';
  });
  return share >= 0.8 ? { kind: 'json', confidence: share, evidence: 'JSON lines' } : undefined;
}

/** Settings in JSON with comments: no parser of JSON reads them. */
function commentedJson(text: string, start: number): Detection | undefined {
  const { status, end, tokens } = readJsonPrefix(text, start, lookCharacters);
  const comment = status === 'broken' && tokens > 1 && /^(?:\/\/|\/\*)/.test(text.slice(end, end + 2));
  return comment ? { kind: 'config', confidence: 0.9, evidence: 'JSON with comments' } : undefined;
}

function jsonInString(text: string, start: number): Detection | undefined {
  const look = text.slice(start + 1, start + 1 + lookCharacters);
  if (!/^(?:\s|\\[nrt])*[{[](?:\s|\\[nrt])*(?:\\"|[{[\]}\d-])/.test(look)) return undefined;
  const inner = look
    .replace(/(?:\\u?[0-9a-fA-F]{0,3})$/, '')
    .replace(/\\(["\\/nrt])/g, (_, escaped: string) => ({ n: '\n', r: '\r', t: '\t' })[escaped] ?? escaped);
  const prefix = readJsonPrefix(inner, /[{[]/.exec(inner)?.index ?? 0, lookCharacters);
  if (prefix.status === 'broken') return undefined;
  return { kind: 'json', confidence: 0.95, evidence: 'JSON inside a string' };
}

function followsFence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at).trimEnd();
  const lastLine = before.slice(before.lastIndexOf('\n') + 1).trimStart();
  return lastLine.startsWith('```') || lastLine.startsWith('~~~');
}
