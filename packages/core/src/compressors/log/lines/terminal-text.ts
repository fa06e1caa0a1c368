/** A text as a terminal would show it, with the same number of lines. */
export interface TerminalText {
  readonly text: string;
  /** Control sequences (colours, cursor moves, titles) that were left out. */
  readonly codes: number;
  /** Line number (from 0) to how many states of it were overwritten after a carriage return, as progress bars do. */
  readonly overwritten: ReadonlyMap<number, number>;
}

const escape = 0x1b;
const longestSequence = 512;

/**
 * Leaves out terminal control sequences (also as carets spell them, `^[[36m`) and the states of a line that a carriage return overwrote.
 *
 * Line breaks stay where they are, so that line numbers hold. Linear; a sequence that does not end is text.
 *
 * @example readTerminalText('\u001b[31mred\u001b[0m\n10 %\r100 %\n').text // 'red\n100 %\n'
 */
export function readTerminalText(source: string): TerminalText {
  const { text, codes } = withoutCodes(source, 'all');
  return { ...withoutOverwritten(text), codes };
}

/**
 * Leaves out colours (SGR) and erasures of the rest of a line (EL) alone: with them goes nothing that a log says. Titles, links, cursor moves and overwritten
 * states stay as they are.
 */
export function readColourless(source: string): { readonly text: string; readonly codes: number } {
  return withoutCodes(source, 'colours');
}

function withoutCodes(source: string, which: 'all' | 'colours'): { text: string; codes: number } {
  const parts: string[] = [];
  let codes = 0;
  let kept = 0;
  const introducers = findIntroducers(source);
  for (let at = introducers.from(0); at >= 0;) {
    const real = source.charCodeAt(at) === escape;
    const body = real ? at + 1 : at + 2;
    const end = sequenceEnd(source, body, real);
    if (end > body && (which === 'all' || isColour(source, body, end))) {
      parts.push(source.slice(kept, at));
      kept = end;
      codes += 1;
    }
    at = introducers.from(Math.max(end, body));
  }
  if (codes === 0) return { text: source, codes };
  parts.push(source.slice(kept));
  return { text: parts.join(''), codes };
}

function isColour(source: string, body: number, end: number): boolean {
  return source[body] === '[' && (source[end - 1] === 'm' || source[end - 1] === 'K');
}

/**
 * Finds escape characters, and carets where `^[` and a bracket stand for one. Each is looked for by itself, which takes a sixth of the time of a pattern for both, and not
 * again before the one found last is passed.
 */
function findIntroducers(source: string): { from(place: number): number } {
  let real = source.indexOf('\u001b');
  let spelled = spelledFrom(source, 0);
  return {
    from(place) {
      if (real >= 0 && real < place) real = source.indexOf('\u001b', place);
      if (spelled >= 0 && spelled < place) spelled = spelledFrom(source, place);
      return real >= 0 && (spelled < 0 || real < spelled) ? real : spelled;
    },
  };
}

const spelledSequence = /\^\[\[[\d;]{0,20}[A-Za-z]/y;

function spelledFrom(source: string, place: number): number {
  for (let at = source.indexOf('^[[', place); at >= 0; at = source.indexOf('^[[', at + 1)) {
    spelledSequence.lastIndex = at;
    if (spelledSequence.test(source)) return at;
  }
  return -1;
}

/** Where a control sequence ends whose introducer ends at `body`; `body` where there is none. */
function sequenceEnd(source: string, body: number, real: boolean): number {
  const kind = source[body];
  if (kind === '[') return controlSequenceEnd(source, body);
  if (!real || kind === undefined) return body;
  if (kind === ']') return commandEnd(source, body);
  if (kind === '(' || kind === ')') return /[A-Z0-9]/.test(source[body + 1] ?? '') ? body + 2 : body;
  return /[=>78cDEHM]/.test(kind) ? body + 1 : body;
}

/** `[`, parameters, intermediates, one final letter (ECMA-48, 5.4). */
function controlSequenceEnd(source: string, body: number): number {
  for (let at = body + 1; at < body + longestSequence; at += 1) {
    const code = source.charCodeAt(at);
    if (code >= 0x40 && code <= 0x7e) return at + 1;
    if (!(code >= 0x20 && code <= 0x3f)) return body;
  }
  return body;
}

/** `]`, text, and BEL or `ESC \` (titles, links). */
function commandEnd(source: string, body: number): number {
  for (let at = body + 1; at < body + longestSequence; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x07) return at + 1;
    if (code === escape) return source[at + 1] === '\\' ? at + 2 : body;
    if (code === 0x0a || Number.isNaN(code)) return body;
  }
  return body;
}

function withoutOverwritten(source: string): { text: string; overwritten: Map<number, number> } {
  const overwritten = new Map<number, number>();
  const parts: string[] = [];
  let kept = 0;
  let line = 0;
  let counted = 0;
  for (let at = loneReturn(source, 0); at >= 0;) {
    const start = source.lastIndexOf('\n', at) + 1;
    const feed = source.indexOf('\n', at);
    const end = feed < 0 ? source.length : feed;
    for (let next = source.indexOf('\n', counted); next >= 0 && next < start; next = source.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    const states = source
      .slice(start, end)
      .split('\r')
      .filter((state) => state.trim() !== '');
    parts.push(source.slice(kept, start), states.at(-1) ?? '');
    if (states.length > 1) overwritten.set(line, states.length - 1);
    kept = end;
    at = feed < 0 ? -1 : loneReturn(source, feed);
  }
  if (kept === 0 && parts.length === 0) return { text: source, overwritten };
  parts.push(source.slice(kept));
  return { text: parts.join(''), overwritten };
}

/** A carriage return that does not belong to a line's end. */
function loneReturn(source: string, from: number): number {
  for (let at = source.indexOf('\r', from); at >= 0; at = source.indexOf('\r', at + 1)) {
    if (source.charCodeAt(at + 1) !== 0x0a) return at;
  }
  return -1;
}
