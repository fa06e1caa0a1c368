/** What stands above a place in a text: headings by their level, and below those the terms that deeper lines explain, by their indentation. */
export interface Outline {
  /** The innermost heading or term, -1 for none. */
  section(): number;
  /** Ends the headings of this level and below, before one of this level. */
  close(level: number): void;
  /** Ends the terms that do not stand over a line of this indentation. */
  leave(indent: number): void;
  /** Goes below a heading. */
  enter(passage: number, level: number): void;
  /** Goes below a term. */
  enterTerm(passage: number, indent: number): void;
}

/** Beyond the level of every heading. */
const termLevel = 1000;

/** Makes an outline of one text. */
export function createOutline(): Outline {
  const open: { readonly passage: number; readonly level: number }[] = [];
  const close = (level: number): void => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
  };
  const enter = (passage: number, level: number): void => {
    open.push({ passage, level });
  };
  return {
    section: () => open.at(-1)?.passage ?? -1,
    close,
    leave: (indent) => close(termLevel + indent),
    enter,
    enterTerm: (passage, indent) => enter(passage, termLevel + indent),
  };
}
