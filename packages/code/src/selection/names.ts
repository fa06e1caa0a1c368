import type { Question } from './value-units.ts';

const identifier = /[A-Za-z_$][\w$]{2,80}/g;
const keywords = new Set(
  'function func fn def fun async await static public private protected internal export default const let var return override virtual abstract final void int string bool boolean class sub local inline extern unsafe pub get set new'.split(' '),
);

/** The names that a question asks about: what is spelled as only code is (`snake_case`, `camelCase`, in backquotes, before a bracket), as it is spelled. */
export function namesIn({ text }: Question): ReadonlySet<string> {
  const found = new Set<string>();
  const question = text.slice(0, 8192);
  for (const match of question.matchAll(identifier)) {
    const name = match[0];
    const after = question[match.index + name.length];
    const before = question[match.index - 1];
    if (/[a-z\d][A-Z]|_[A-Za-z\d]|[A-Za-z\d]_/.test(name) || after === '(' || before === '`' || before === '.' || after === '`') found.add(name);
  }
  return found;
}

/** The name that the head of a function declares or is given to; empty where it has none. */
export function nameOfHead(head: string): string {
  const bracket = head.indexOf('(');
  const before = bracket < 0 ? head : head.slice(0, bracket);
  const names = [...(before.match(identifier) ?? [])].filter((name) => !keywords.has(name));
  // Go's receivers stand in brackets before the name.
  if (names.length === 0 && bracket >= 0) return /\)\s*([A-Za-z_]\w*)/.exec(head)?.[1] ?? '';
  return names[names.length - 1] ?? '';
}
