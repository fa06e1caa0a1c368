import { terms } from '@headroom/core';
import type { PayloadOutline } from './payload-outline.ts';
import type { Question } from './question.ts';

const identifier = /[A-Za-z_$][\w$]{2,80}/g;
const keywords = new Set(
  'function func fn def fun async await static public private protected internal export default const let var return override virtual abstract final void int string bool boolean class sub local inline extern unsafe pub get set new type struct interface enum object trait extends implements'.split(
    ' ',
  ),
);

/** More functions of one name than this: it is a word of the field, not somebody's name. */
const mostNamesakes = 3;
const plainShare = 0.7;
/** The same for a name in another form of its word: `quote` where the question says quoting. */
const formShare = 0.35;
const shortestForm = 4;

/**
 * The functions that a question names, and how surely: 1 for what is spelled as only code is (`snake_case`, `camelCase`, in backquotes, before a bracket), less for plain
 * words that happen to be names.
 *
 * @param names of the functions of the payload
 */
export function namesIn({ text }: Question, names: readonly string[]): ReadonlyMap<string, number> {
  const namesakes = new Map<string, number>();
  for (const name of names) namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  const found = new Map<string, number>();
  const question = text.slice(0, 8192);
  for (const match of question.matchAll(identifier)) {
    const name = match[0];
    if (!namesakes.has(name)) continue;
    const after = question[match.index + name.length];
    const before = question[match.index - 1];
    const spelledAsCode =
      /[a-z\d][A-Z]|_[A-Za-z\d]|[A-Za-z\d]_/.test(name) || after === '(' || before === '`' || before === '.' || after === '`';
    if (spelledAsCode) found.set(name, 1);
    else if (name.length >= 5 && namesakes.get(name)! <= mostNamesakes) found.set(name, Math.max(plainShare, found.get(name) ?? 0));
  }
  for (const name of inOtherForms(question, namesakes)) if (!found.has(name)) found.set(name, formShare);
  return found;
}

/** Names of one word that the question has in another form. */
function inOtherForms(question: string, namesakes: ReadonlyMap<string, number>): readonly string[] {
  const asked = new Set(terms(question));
  return [...namesakes].flatMap(([name, times]) => {
    if (name.length < shortestForm || times > mostNamesakes) return [];
    const [term, ...others] = terms(name);
    return term !== undefined && others.length === 0 && asked.has(term) ? [name] : [];
  });
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

/** What a type gains by being named as it is spelled, in other letters, and in other letters by a question about what it is made of. */
const namedTypeWorth = { spelled: 0.6, otherwise: 0.25, asked: 0.6 };
const asksForShape = /\b(?:fields?|members?|propert(?:y|ies)|attributes?|types?|struct(?:ure)?|shapes?|interface|variants?)\b/i;
const shortestType = 4;

/** The types whose name stands in the question, and what they gain by it. */
export function typesIn({ units, heads }: PayloadOutline, { text }: Question): ReadonlyMap<number, number> {
  const words = new Set(text.slice(0, 8192).match(identifier));
  const lower = new Set([...words].map((word) => word.toLowerCase()));
  const otherwise = namedTypeWorth[asksForShape.test(text) ? 'asked' : 'otherwise'];
  const found = new Map<number, number>();
  for (const { unit, text: head } of heads) {
    if (units[unit]!.role !== 'type') continue;
    const names = (head.match(identifier) ?? []).filter((name) => !keywords.has(name));
    if (names.some((name) => words.has(name))) found.set(unit, namedTypeWorth.spelled);
    else if (names.some((name) => name.length >= shortestType && lower.has(name.toLowerCase()))) found.set(unit, otherwise);
  }
  return found;
}
