import type { ElementType } from './element-types.ts';

/** The elements that are open at a place of a page. */
export interface OpenElements<State> {
  open(type: ElementType, state: State): void;
  /** Whether the stack is as deep as it is followed. */
  readonly isFull: boolean;
  /** Begins an element that is not followed, so that its end tag ends nothing else. */
  pass(type: ElementType): void;
  /** Ends the innermost element of this type with all inside it; nothing where none is open. */
  close(type: ElementType): void;
  /** Ends what a beginning element of this type ends. */
  closeImplied(type: ElementType): void;
  closeAll(): void;
}

/** Deeper elements are not followed: what they hold belongs to the innermost that is. It bounds every search in the stack. */
const deepest = 256;
/** How far up an implied end reaches: over inline elements that were left open. */
const impliedReach = 6;
const tableParts = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'table', 'body', 'html']);

/**
 * Makes an empty stack. Each step costs no more than the deepest stack, whatever the page.
 *
 * @param onClose told of each element that ends, the innermost first
 */
export function createOpenElements<State>(onClose: (type: ElementType, state: State) => void): OpenElements<State> {
  const types: ElementType[] = [];
  const states: State[] = [];
  const openByName = new Map<string, number>();
  const overflow = new Map<string, number>();

  /** A stray end tag inside a cell ends nothing outside of it, one of an inline element nothing outside of its region. */
  const isHeldBack = (type: ElementType, at: number): boolean => {
    if (tableParts.has(type.name)) return false;
    for (let inner = at + 1; inner < types.length; inner += 1) {
      const { name, isRegion } = types[inner]!;
      if (name === 'td' || name === 'th' || (isRegion && type.display === 'inline')) return true;
    }
    return false;
  };
  const popTo = (depth: number): void => {
    while (types.length > depth) {
      const type = types.pop()!;
      openByName.set(type.name, openByName.get(type.name)! - 1);
      onClose(type, states.pop()!);
    }
  };
  return {
    open(type, state) {
      types.push(type);
      states.push(state);
      openByName.set(type.name, (openByName.get(type.name) ?? 0) + 1);
    },
    get isFull() {
      return types.length >= deepest;
    },
    pass(type) {
      overflow.set(type.name, (overflow.get(type.name) ?? 0) + 1);
    },
    close(type) {
      const beyond = overflow.get(type.name) ?? 0;
      if (beyond > 0) {
        overflow.set(type.name, beyond - 1);
        return;
      }
      if ((openByName.get(type.name) ?? 0) === 0) return;
      const at = types.lastIndexOf(type);
      if (!isHeldBack(type, at)) popTo(at);
    },
    closeImplied({ closes }) {
      if (closes.size === 0) return;
      let ends = -1;
      for (let at = types.length - 1; at >= Math.max(0, types.length - impliedReach); at -= 1) {
        const { name, display, isRegion } = types[at]!;
        if (closes.has(name)) ends = at;
        else if (display === 'block' && (isRegion || name === 'select')) break;
      }
      if (ends >= 0) popTo(ends);
    },
    closeAll: () => popTo(0),
  };
}
