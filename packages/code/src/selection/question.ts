import { questionTerms, terms, type WeightedTerm } from '@headroom/core';
import { holdingWords } from './holding-words.ts';

/** What is asked about a payload. */
export interface Question {
  readonly text: string;
  readonly toolInput: unknown;
}

/** What a word beside those of the question counts: programs name limits, checks and waits by few words, people ask for them in many. */
const impliedWeight = 0.5;

/** How people ask, and the words by which programs say it. */
const implied: readonly (readonly [asked: RegExp, words: string])[] = [
  [/\bhow (?:large|big|wide|high|tall)\b|\bsizes?\b|\btoo (?:large|big)\b/i, 'max size length limit'],
  [/\btoo (?:large|big|high|many|much|deep|long)\b/i, 'overflow exceed exceeds exceeded range'],
  [/\blimit(?:s|ed)?\b/i, 'max maximum'],
  [/\bhow long\b|\btoo long\b/i, 'max length timeout delay limit'],
  [/\bhow (?:many|often|much)\b|\bnumber of\b/i, 'max count limit'],
  [/\bhow deep\b|\bnest(?:ed|ing)\b/i, 'max depth level'],
  [/\b(?:at most|largest|maximum|longest|upper)\b/i, 'max limit'],
  [/\b(?:at least|smallest|minimum|shortest|lower)\b/i, 'min required'],
  [/\b(?:must|needs?|ha[sv]e? to|mandatory|obligatory)\b/i, 'required must'],
  [/\b(?:refuse|reject|forbid|forbidden|disallow|illegal|not allowed)/i, 'invalid cannot must unsupported'],
  [/\b(?:accept|permit|support|valid)/i, 'must be valid expected allowed'],
  [/\b(?:wrong|bad|broken|malformed|corrupt)\b/i, 'invalid'],
  [/\b(?:kinds?|sorts?)\b/i, 'type instance'],
  [/\b(?:wait|sleep|pause)/i, 'delay timeout'],
  [/\b(?:retry|retries|again|repeat)/i, 'retry attempt'],
  [
    /\b(?:default|unless|if (?:none|nothing)|where (?:none|nothing|no)|not (?:given|set|specified|named|written))\b|\bnone is\b/i,
    'default fallback',
  ],
  [/\b(?:stor(?:e|ed|es)|kept|sav(?:e|ed|es))\b/i, 'temp tmp path disk write save cache'],
  [
    /\b(?:end|ends|ended|finish(?:ed|es)?|complete[ds]?|all (?:\w+ ){1,3}(?:come|came|arrived|read|done))\b/i,
    'done end finish eof complete',
  ],
  [/\b(?:unique|taken|free name|already exists?|twice|duplicates?)\b/i, 'unique duplicate exists already'],
  [/\b(?:null|nil|none|nothing|empty|missing|absent|without)\b/i, 'null nil none undefined empty missing'],
  [/\b(?:ignor(?:e|ed|es)|skip(?:s|ped)?|left out|omit(?:s|ted)?)\b/i, 'skip ignore continue'],
  [/\b(?:compar(?:e|ed|es|ing)|sort(?:ed|s)?|order(?:ed)?)\b/i, 'sort sorted compare key cmp'],
  [/\b(?:not (?:be )?found|no such|(?:does|did|do)(?: not|n't) exist)\b/i, 'enoent notfound missing exist'],
  [/\b(?:delete|remove|clear)/i, 'delete remove'],
  [/\b(?:create|make|build|construct)/i, 'create new'],
];

const program = /^(?:cat|head|tail|less|more|sed|nl|bat|type|get-content|rg|grep|awk)$/i;
/** A flag, a place in a tree, a file with its ending or a range of lines. */
const place = /^-|[/\\]|\.[a-z]\w{0,4}$|^\d+(?:[,:-]\d+)?p?$/i;

/** The values of a call's input without the file that it reads: its name stands for all of the payload. */
function searched(input: unknown): string {
  return stringsIn(input, 0)
    .flatMap((value) => value.split(/[\s'"`;|&()]+/))
    .filter((word) => word.length <= 200 && !place.test(word) && !program.test(word))
    .join(' ');
}

function stringsIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return [value.slice(0, 4096)];
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  return Object.values(value).flatMap((inner) => stringsIn(inner, depth + 1));
}

/** What questions are made of whatever they are about: in programs such words stand anywhere. */
const vague: ReadonlySet<string> = new Set(
  terms(
    'happen happens hold holds come comes know known knows kind sort become becomes take takes give given say says said tell told mean means thing done made made put puts none nothing possible exactly used use uses want work works part parts way react lead leads',
  ),
);
const vagueShare = 0.3;

/**
 * The terms that lines are looked for by: the question's own, those of the call's input, those that its way of asking implies, and the program's words that hold one of the question's.
 */
export function askedTerms({ text, toolInput }: Question, program: string): readonly WeightedTerm[] {
  const own = questionTerms(text, searched(toolInput)).map(({ term, weight }) => ({
    term,
    weight: weight * (vague.has(term) ? vagueShare : 1),
  }));
  if (text === '') return own;
  const ownTerms = new Set(own.map(({ term }) => term));
  const beside = new Map<string, WeightedTerm>();
  const asked = text.slice(0, 2048);
  for (const [pattern, words] of implied) {
    if (!pattern.test(asked)) continue;
    for (const term of terms(words)) if (!ownTerms.has(term)) beside.set(term, { term, weight: impliedWeight });
  }
  for (const term of acronyms(asked)) if (!ownTerms.has(term) && !beside.has(term)) beside.set(term, { term, weight: acronymWeight });
  const known = new Set([...own, ...beside.values()].map(({ term }) => term));
  const spelled = own.filter(({ weight }) => weight === 1).map(({ term }) => term);
  const holding = holdingWords(program, spelled, known).map((term) => ({ term, weight: holdingWeight }));
  return [...own, ...beside.values(), ...holding];
}

const holdingWeight = 0.5;

const acronymWeight = 0.8;
const lengths = [3, 4];

/** The first letters of words that follow one another: programs say `BOM` and `TTL`. */
function acronyms(asked: string): readonly string[] {
  const words = asked.toLowerCase().match(/[a-z]{2,40}|[.,;:?!()]/g) ?? [];
  const found: string[] = [];
  for (let first = 0; first < words.length; first += 1) {
    for (const length of lengths) {
      const phrase = words.slice(first, first + length);
      if (phrase.length === length && phrase.every((word) => word.length > 1 && !linking.has(word)))
        found.push(phrase.map((word) => word[0]).join(''));
    }
  }
  return found;
}

const linking: ReadonlySet<string> = new Set(
  'is are was be the an of in on at to and or does do did what which how who when where why if it its for with from by not no has have can may'.split(
    ' ',
  ),
);
