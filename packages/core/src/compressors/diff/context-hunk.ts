import { lineKind } from './diff-document.ts';

/** The half of a hunk of a context diff that a line opens: the lines before the change (`*** 2,7 ****`), or those behind it (`--- 2,8 ----`). */
export interface ContextHalf {
  readonly side: 'old' | 'new';
  /** Lines of the half; it holds none where nothing in it changed. */
  readonly lines: number;
}

const half = /^(\*\*\*|---) (\d{1,9})(?:,(\d{1,9}))? (\*{4}|-{4})$/;

/** Whether a line begins a hunk of a context diff (`diff -c`). */
export function beginsContextHunk(head: string): boolean {
  return head.startsWith('***************') && /^\*{15}(?: .*)?$/.test(head);
}

/** Reads the line over one half of a hunk. */
export function readContextHalf(head: string): ContextHalf | undefined {
  const [, opening, first, last, closing] = half.exec(head.trimEnd()) ?? [];
  if (opening === undefined || opening[0] !== closing![0]) return undefined;
  const lines = last === undefined ? Math.min(1, Number(first)) : Number(last) - Number(first) + 1;
  return { side: opening === '***' ? 'old' : 'new', lines };
}

/** What a line of a half is: `! ` stands before lines that are others in the other half. Undefined for a line of none. */
export function contextLineKind(head: string, side: ContextHalf['side']): number | undefined {
  if (head === '' || head.startsWith('  ') || head.startsWith('\t') || head === ' ') return lineKind.context;
  if (head.startsWith('\\')) return lineKind.noNewline;
  if (head[1] !== ' ' && head.length > 1) return undefined;
  const sign = head[0];
  if (side === 'old' && (sign === '-' || sign === '!')) return lineKind.removed;
  return side === 'new' && (sign === '+' || sign === '!') ? lineKind.added : undefined;
}
