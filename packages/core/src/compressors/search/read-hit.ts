/** Where the parts of a row `path:12:text` stand. */
export interface Hit {
  readonly pathEnd: number;
  readonly numberStart: number;
  readonly bodyStart: number;
}

const colon = 0x3a;
const hyphen = 0x2d;
const equals = 0x3d;
const slash = 0x2f;
const fullStop = 0x2e;
const space = 0x20;
/** Longer ones are not paths of a search. */
const longestPath = 400;

/** A character of a line number. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * Reads a row `path:12:text`, the leftmost number between two colons. Drives (`C:\`) are part of the path, and so is the revision before it (`v2:src/a.ts`, `git grep` in a commit).
 *
 * @returns undefined where the row is no hit: a path has a letter, and no colon but that of a drive or a revision
 */
export function readHit(text: string, start: number, end: number): Hit | undefined {
  let from = start;
  if (text.charCodeAt(start + 1) === colon && isDriveSlash(text.charCodeAt(start + 2))) from = start + 3;
  const limit = Math.min(end, start + longestPath);
  const colonAt = indexOfColon(text, from, limit);
  if (colonAt <= start) return undefined;
  const pathEnd = isDigit(text.charCodeAt(colonAt + 1)) ? colonAt : endBehindRevision(text, colonAt, limit);
  if (pathEnd < 0 || !isDigit(text.charCodeAt(pathEnd + 1))) return undefined;
  const after = afterDigits(text, pathEnd + 1, end);
  if (after >= end || text.charCodeAt(after) !== colon || !hasLetter(text, start, pathEnd)) return undefined;
  return { pathEnd, numberStart: pathEnd + 1, bodyStart: after + 1 };
}

/** Reads a row of context `path-12-text` of a known path, or that of the function over a match `path=12=text` (`git grep -p`). */
export function readContext(text: string, start: number, end: number, path: string): Hit | undefined {
  const pathEnd = start + path.length;
  const sign = text.charCodeAt(pathEnd);
  if (path === '' || pathEnd + 2 >= end || (sign !== hyphen && sign !== equals) || !text.startsWith(path, start)) return undefined;
  const after = afterDigits(text, pathEnd + 1, end);
  if (after === pathEnd + 1 || after >= end || text.charCodeAt(after) !== sign) return undefined;
  return { pathEnd, numberStart: pathEnd + 1, bodyStart: after + 1 };
}

/** Reads a row `path:12` of `grep -c`. */
export function readCount(text: string, start: number, end: number): { readonly pathEnd: number; readonly matches: number } | undefined {
  let at = end;
  while (at > start && end - at < 10 && isDigit(text.charCodeAt(at - 1))) at -= 1;
  if (at === end || at - 1 <= start || text.charCodeAt(at - 1) !== colon || end - start > longestPath || !hasLetter(text, start, at - 1))
    return undefined;
  return { pathEnd: at - 1, matches: Number(text.slice(at, end)) };
}

/** Reads a row `12:text` or `12-text`, as it stands below a heading. */
export function readNumbered(
  text: string,
  start: number,
  end: number,
): { readonly bodyStart: number; readonly matches: boolean } | undefined {
  const after = afterDigits(text, start, end);
  const sign = text.charCodeAt(after);
  if (after === start || after >= end || after - start > 9 || (sign !== colon && sign !== hyphen)) return undefined;
  return { bodyStart: after + 1, matches: sign === colon };
}

/** Reads a row `path:text` without a number. A path has a slash or an extension, and no blank. */
export function readUnnumbered(text: string, start: number, end: number): { readonly pathEnd: number } | undefined {
  const pathEnd = indexOfColon(text, start, Math.min(end, start + longestPath));
  if (pathEnd <= start || pathEnd - start < 3) return undefined;
  const path = text.slice(start, pathEnd);
  return /^\S+$/.test(path) && /[\\/]|\.[A-Za-z]/.test(path) ? { pathEnd } : undefined;
}

function afterDigits(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function indexOfColon(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === colon) return at;
  return -1;
}

/** The next colon, if what stands between is a path: no blank, and a slash or a full stop in it. */
function endBehindRevision(text: string, revisionEnd: number, end: number): number {
  let placed = false;
  for (let at = revisionEnd + 1; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === colon) return placed && at > revisionEnd + 1 ? at : -1;
    if (code <= space) return -1;
    if (code === slash || code === fullStop) placed = true;
  }
  return -1;
}

function isDriveSlash(code: number): boolean {
  return code === 0x5c || code === 0x2f;
}

function hasLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at) | 0x20;
    if ((code >= 0x61 && code <= 0x7a) || code > 0x7f) return true;
  }
  return false;
}
