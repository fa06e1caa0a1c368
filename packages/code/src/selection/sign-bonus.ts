import type { SourceLines } from '../files/source-lines.ts';
import type { PayloadOutline } from './payload-outline.ts';

/** Signs that people call by a name and programs write between quotation marks. */
const signs: readonly (readonly [named: RegExp, sign: string])[] = [
  [/\bcarets?\b/i, '^'],
  [/\b(?:stars?|asterisks?)\b/i, '*'],
  [/\btildes?\b/i, '~'],
  [/\bquestion marks?\b/i, '?'],
  [/\bexclamation marks?\b/i, '!'],
  [/\bcommas?\b/i, ','],
  [/\bcolons?\b/i, ':'],
  [/\bsemicolons?\b/i, ';'],
  [/\b(?:dots?|periods?)\b/i, '.'],
  [/\b(?:hash|pound) signs?\b|\bhashes\b/i, '#'],
  [/\bdollar(?: sign)?s?\b/i, '$'],
  [/\bpercent signs?\b/i, '%'],
  [/\bampersands?\b/i, '&'],
  [/\bat signs?\b/i, '@'],
  [/\bplus(?: sign)?s?\b/i, '+'],
  [/\b(?:hyphen|dash|minus)(?:es|s)?\b/i, '-'],
  [/\bunderscores?\b/i, '_'],
  [/\b(?:pipes?|vertical bars?)\b/i, '|'],
  [/\bequals? signs?\b/i, '='],
  [/\bslash(?:es)?\b/i, '/'],
  [/\bbackslash(?:es)?\b/i, '\\'],
  [/\b(?:brackets?|square)\b/i, '['],
  [/\bparenthes[ei]s\b/i, '('],
  [/\bbraces?\b/i, '{'],
  [/\bbackticks?\b/i, '`'],
  [/\bdouble quotes?\b/i, '\\"'],
  [/\bdouble quotes?\b/i, '"'],
];
const quotationMarks = ["'", '"', '`'];
const signWorth = { relevant: 0.35, alone: 0.12 };
const readCharacters = 2000;

/** What units gain that hold a sign between quotation marks which the question calls by its name. */
export function signBonus(
  { units }: PayloadOutline,
  payload: SourceLines,
  { question, relevance }: { readonly question: string; readonly relevance: Float32Array },
): ReadonlyMap<number, number> {
  const bonus = new Map<number, number>();
  const asked = question.slice(0, 8192);
  const wanted = signs
    .filter(([named]) => named.test(asked))
    .flatMap(([, sign]) => quotationMarks.filter((mark) => mark !== sign).map((mark) => `${mark}${sign}`));
  if (wanted.length === 0) return bonus;
  units.forEach(({ first, last, whole, role }, index) => {
    if (!whole || role === 'member' || role === 'type') return;
    const start = payload.starts[first]!;
    const text = payload.text.slice(start, Math.min(payload.starts[last + 1]!, start + readCharacters));
    if (wanted.some((sign) => text.includes(sign))) bonus.set(index, relevance[index]! > 0 ? signWorth.relevant : signWorth.alone);
  });
  return bonus;
}
