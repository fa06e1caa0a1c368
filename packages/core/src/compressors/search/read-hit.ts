const colon = 0x3a;
const hyphen = 0x2d;
const equals = 0x3d;
const slash = 0x2f;
const fullStop = 0x2e;
const space = 0x20;
/** Longer ones are not paths of a search. */
const longestPath = 400;
const mostDigits = 9;

/** A character of a line number. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * Reads a row `path:12:text`, the leftmost number between two colons. Drives (`C:\`) are part of the path, and so is the revision before it (`v2:src/a.ts`, `git grep` in a commit).
 *
 * @returns where the path ends, behind which the number begins; -1 where the row is no hit: a path has a letter, and no colon but that of a drive or a revision
 */
export function hitPathEnd(codes: Uint16Array, start: number, end: number): number {
  const from = codes[start + 1] === colon && isDriveSlash(codes[start + 2]!) ? start + 3 : start;
  const limit = Math.min(end, start + longestPath);
  const colonAt = indexOfColon(codes, from, limit);
  if (colonAt <= start) return -1;
  const pathEnd = isDigit(codes[colonAt + 1]!) ? colonAt : endBehindRevision(codes, colonAt, limit);
  if (pathEnd < 0 || !isDigit(codes[pathEnd + 1]!)) return -1;
  const after = afterDigits(codes, pathEnd + 1, end);
  return after < end && codes[after] === colon && hasLetter(codes, start, pathEnd) ? pathEnd : -1;
}

/** A known path, as it stands in another row. */
export interface KnownPath {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a row of context `path-12-text` of a known path, or that of the function over a match `path=12=text` (`git grep -p`).
 *
 * @returns where the path ends; -1 where the row is none
 */
export function contextPathEnd(codes: Uint16Array, start: number, end: number, path: KnownPath): number {
  const length = path.end - path.start;
  const pathEnd = start + length;
  const sign = codes[pathEnd];
  if (length === 0 || pathEnd + 2 >= end || (sign !== hyphen && sign !== equals) || !isDigit(codes[pathEnd + 1]!)) return -1;
  for (let at = 0; at < length; at += 1) if (codes[start + at] !== codes[path.start + at]) return -1;
  const after = afterDigits(codes, pathEnd + 1, end);
  return after < end && codes[after] === sign ? pathEnd : -1;
}

/** Where the text of a row begins whose path ends at a place: behind its number and the sign behind that. */
export function bodyBehind(codes: Uint16Array, pathEnd: number, end: number): number {
  return afterDigits(codes, pathEnd + 1, end) + 1;
}

/** Reads a row `path:12` of `grep -c`. @returns where the path ends, behind which the count begins; -1 where the row is none */
export function countPathEnd(codes: Uint16Array, start: number, end: number): number {
  let at = end;
  while (at > start && end - at <= mostDigits && isDigit(codes[at - 1]!)) at -= 1;
  if (at === end || at - 1 <= start || codes[at - 1] !== colon || end - start > longestPath) return -1;
  return hasLetter(codes, start, at - 1) ? at - 1 : -1;
}

/** Reads a row `12:text` or `12-text`, as it stands below a heading. @returns where the sign behind the number stands; -1 where the row is none */
export function numberEnd(codes: Uint16Array, start: number, end: number): number {
  if (!isDigit(codes[start]!)) return -1;
  const after = afterDigits(codes, start, end);
  if (after === start || after >= end || after - start > mostDigits) return -1;
  return codes[after] === colon || codes[after] === hyphen ? after : -1;
}

/** Whether the sign behind the number of a row says that it matches. */
export function isMatchSign(code: number): boolean {
  return code === colon;
}

/** Reads a row `path:text` without a number. A path has a slash or an extension, and no blank. @returns where it ends; -1 where the row is none */
export function barePathEnd(text: string, codes: Uint16Array, start: number, end: number): number {
  const pathEnd = indexOfColon(codes, start, Math.min(end, start + longestPath));
  if (pathEnd <= start || pathEnd - start < 3) return -1;
  const path = text.slice(start, pathEnd);
  return /^\S+$/.test(path) && /[\\/]|\.[A-Za-z]/.test(path) ? pathEnd : -1;
}

function afterDigits(codes: Uint16Array, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(codes[at]!)) at += 1;
  return at;
}

function indexOfColon(codes: Uint16Array, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (codes[at] === colon) return at;
  return -1;
}

/** The next colon, if what stands between is a path: no blank, and a slash or a full stop in it. */
function endBehindRevision(codes: Uint16Array, revisionEnd: number, end: number): number {
  let placed = false;
  for (let at = revisionEnd + 1; at < end; at += 1) {
    const code = codes[at]!;
    if (code === colon) return placed && at > revisionEnd + 1 ? at : -1;
    if (code <= space) return -1;
    if (code === slash || code === fullStop) placed = true;
  }
  return -1;
}

function isDriveSlash(code: number): boolean {
  return code === 0x5c || code === 0x2f;
}

function hasLetter(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = codes[at]! | 0x20;
    if ((code >= 0x61 && code <= 0x7a) || code > 0x7f) return true;
  }
  return false;
}
