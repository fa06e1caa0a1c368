/** What a passage is in its text. */
export const sentence = 0;
export const heading = 1;
export const listItem = 2;
export const tableRow = 3;
export const code = 4;
/** Who speaks: the name before a turn of a transcript. */
export const speaker = 5;
/** A fence, the frame of a table: shown where something inside is. */
export const frame = 6;
/** A line over deeper ones: what they explain (an option, a setting, a word). */
export const term = 7;

/** What a passage may be, by name: for those outside who read passages. */
export const passageRoles = { sentence, heading, listItem, tableRow, code, speaker, frame, term } as const;

export type PassageRole =
  | typeof sentence
  | typeof heading
  | typeof listItem
  | typeof tableRow
  | typeof code
  | typeof speaker
  | typeof frame
  | typeof term;

/** Whether a passage opens a section: what stands below it is about it. */
export function opensSection(role: number): boolean {
  return role === heading || role === term;
}

/**
 * A text cut into passages (sentences, lines, items, rows) that are shown whole or left out. Together they are the whole text; nothing is copied. Passages are numbered from 0 and
 * lines, wherever a reader sees them, from 1.
 */
export interface Passages {
  readonly text: string;
  /** The code units of the text. */
  readonly codes: Uint16Array;
  readonly count: number;
  /** Where a passage begins; it extends to the beginning of the next, with the spaces, breaks and blank lines behind it. */
  readonly starts: Int32Array;
  /** Where what can be read of it ends. */
  readonly ends: Int32Array;
  readonly roles: Uint8Array;
  /** The earlier passage that must be shown with it (heading, speaker, fence, first line of an item), or -1. */
  readonly parents: Int32Array;
  /** The paragraph, list or turn that a passage belongs to; numbers rise. */
  readonly blocks: Int32Array;
  /** The nearest heading or term above, or -1; for one of these itself the one above it. */
  readonly sections: Int32Array;
  /** The lines on which a passage begins and its readable part ends. */
  readonly firstLines: Int32Array;
  readonly lastLines: Int32Array;
}

/** Collects passages in their order. */
export interface PassageBuilder {
  /** Adds a passage that begins at `start`; the one before it ends there. */
  add(start: number, role: PassageRole, place: { readonly parent: number; readonly section: number }): number;
  /** Begins a new block: what is added from now on belongs together. */
  newBlock(): void;
  /** How many passages were added. */
  count(): number;
  finish(): Passages;
}

/** Makes a builder of passages of a text. */
export function passageBuilder(text: string, codes: Uint16Array): PassageBuilder {
  const starts: number[] = [];
  const roles: number[] = [];
  const parents: number[] = [];
  const blocks: number[] = [];
  const sections: number[] = [];
  let block = 0;
  return {
    add(start, role, { parent, section }) {
      // The first passage begins with the text, blank lines at its top included.
      starts.push(starts.length === 0 ? 0 : start);
      roles.push(role);
      parents.push(parent);
      blocks.push(block);
      sections.push(section);
      return starts.length - 1;
    },
    newBlock() {
      block += 1;
    },
    count: () => starts.length,
    finish() {
      const count = starts.length;
      const ends = new Int32Array(count);
      for (let passage = 0; passage < count; passage += 1)
        ends[passage] = readableEnd(codes, starts[passage]!, starts[passage + 1] ?? codes.length);
      return {
        text,
        codes,
        count,
        starts: new Int32Array(starts),
        ends,
        roles: new Uint8Array(roles),
        parents: new Int32Array(parents),
        blocks: new Int32Array(blocks),
        sections: new Int32Array(sections),
        ...numberLines(text, starts, ends),
      };
    },
  };
}

function readableEnd(codes: Uint16Array, start: number, end: number): number {
  let at = end;
  while (at > start && isWhite(codes[at - 1]!)) at -= 1;
  return at;
}

function isWhite(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

function numberLines(text: string, starts: readonly number[], ends: Int32Array): Pick<Passages, 'firstLines' | 'lastLines'> {
  const firstLines = new Int32Array(starts.length);
  const lastLines = new Int32Array(starts.length);
  let line = 1;
  let feed = text.indexOf('\n');
  const lineAt = (index: number): number => {
    for (; feed >= 0 && feed < index; feed = text.indexOf('\n', feed + 1)) line += 1;
    return line;
  };
  for (let passage = 0; passage < starts.length; passage += 1) {
    firstLines[passage] = lineAt(starts[passage]!);
    lastLines[passage] = lineAt(ends[passage]!);
  }
  return { firstLines, lastLines };
}
