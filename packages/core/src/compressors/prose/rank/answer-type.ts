/** Words in small letters that are looked for in whole texts. */
interface SmallWords {
  has(word: string): boolean;
  /** Whether one of them can begin at a place, by its first two letters: a word is cut out only then. */
  mayHold(text: string, at: number): boolean;
}

/** What an answer must look like. */
export interface AnswerType {
  /** A number, an amount, a date. */
  readonly number: boolean;
  /** A time: a date, a year, a month. */
  readonly time: boolean;
  /** A sum of money. */
  readonly money: boolean;
  /** A name of a person, a place, a thing. */
  readonly name: boolean;
}

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

function smallWordsOf(words: string): SmallWords {
  const all = wordsOf(words);
  const key = (text: string, at: number): number => ((text.charCodeAt(at) & 31) << 5) | (text.charCodeAt(at + 1) & 31);
  const beginnings = new Uint8Array(1 << 10);
  for (const word of all) beginnings[key(word, 0)] = 1;
  return { has: (word) => all.has(word), mayHold: (text, at) => beginnings[key(text, at)] === 1 };
}

const whoOrWhere = wordsOf('who whom whose where quién quien quiénes dónde donde qui où wer wen wem wo chi dove quem onde кто где');
const when = wordsOf('when year date month day century cuándo cuando año fecha quand année date wann jahr datum quando anno ano когда год');
const howMuch = wordsOf(
  'many much number percentage percent age old long far tall often price cost rate maximum minimum limit cuántos cuántas cuánto cuánta combien número porcentaje viele viel wieviele anzahl quanti quante quanto quantos quantas сколько',
);
const sumOfMoney = wordsOf(
  'money cost costs price prices priced pay pays paid salary wage fee fees fare fine budget revenue turnover profit earn earns earned spend spends spent worth dollars euros dinero precio cuesta cuestan costó salario argent prix coûte coûtent salaire geld preis kostet kosten gehalt denaro prezzo costa costano preço dinheiro деньги цена стоит',
);
const currency =
  /[$€£¥₹₽]|\b(?:USD|EUR|GBP|JPY|CHF|dollars?|euros?|cents|pounds|francs?|yen|yuan|rupees|rubles|d[oó]lares|Dollar|pesos)\b|美元|欧元|元|円|ドル/i;
const unspacedNumbers = /多少|几|第几|幾|いくつ|何人|何年|몇/;
const unspacedTimes = /何时|什么时候|哪一年|何時|いつ|언제|哪年/;
const unspacedNames = /谁|哪里|哪儿|誰|どこ|누가|어디/;

/**
 * What kind of answer a question asks for, by its words (English, Spanish, French, German, Italian, Portuguese, Russian, Chinese, Japanese, Korean).
 *
 * @example answerType('How many jobs?') // { number: true, time: false, money: false, name: false }
 */
export function answerType(question: string): AnswerType {
  const asked = question.slice(0, 2000).toLowerCase();
  const words = asked.split(/[^\p{L}\p{N}]+/u);
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  const time = has(when) || unspacedTimes.test(asked);
  const money = has(sumOfMoney) || /多少钱|价格|いくら/.test(asked);
  return {
    time,
    money,
    number: time || money || has(howMuch) || unspacedNumbers.test(asked),
    name: has(whoOrWhere) || unspacedNames.test(asked),
  };
}

const months = smallWordsOf(
  'jan january janvier feb february mar march apr april may june july aug august sep sept september oct october nov november dec december century enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre siglo januar februar märz mai juni juli oktober dezember',
);
const unspacedMonths = /[年月日世]/;
/** Words in small letters that spell numbers. */
export const numberVocabulary =
  'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion dozen half twice first second third dos tres cuatro cinco seis siete ocho nueve diez cien mil millones';
const numberWords = smallWordsOf(numberVocabulary);
const unspacedNumberWords = /[一二三四五六七八九十百千万亿两]/;
const unspacedNumbersByCode = new Set(Array.from('一二三四五六七八九十百千万亿两', (word) => word.charCodeAt(0)));

/** What stands in a passage of what answers are made of. */
export interface Substance {
  readonly digits: boolean;
  readonly year: boolean;
  /** Names: capitals inside of sentences, 0 to 1. */
  readonly names: number;
}

const mostRead = 600;
/** Words are looked for in less than signs are: they take time. */
const mostReadForWords = 240;

/** Whether a letter of a script without spaces is a number. */
export function spellsUnspacedNumber(code: number): boolean {
  return unspacedNumbersByCode.has(code);
}

/** Whether the beginning of a passage spells a number in words. */
function spellsNumber(text: string, start: number, end: number): boolean {
  return holdsWord(text, start, end, numberWords, unspacedNumberWords);
}

/** Looks for numbers and names in the beginning of a passage. */
export function substanceOf(text: string, start: number, end: number): Substance {
  const stop = Math.min(end, start + mostRead);
  let digits = false;
  let names = 0;
  let before = 0;
  for (let at = start; at < stop; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) digits = true;
    else if (before === 0x20 && isCapital(unit)) names += 1;
    before = unit;
  }
  return { digits, year: digits && /\b[12]\d{3}\b/.test(text.slice(start, stop)), names: Math.min(1, names / 4) };
}

/** Whether a code unit is a capital of Latin or Cyrillic. */
export function isCapital(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xde) || (unit >= 0x410 && unit <= 0x42f);
}

/** How well a passage can hold an answer of a type: 0 to 1. */
export function fitsAnswer(type: AnswerType, text: string, start: number, end: number): number {
  const { digits, year, names } = substanceOf(text, start, end);
  if (type.time) return year ? 1 : holdsWord(text, start, end, months, unspacedMonths) ? 0.8 : digits ? 0.4 : 0;
  if (type.money && (digits || spellsNumber(text, start, end)))
    return currency.test(text.slice(start, Math.min(end, start + mostRead))) ? 1 : 0.5;
  if (type.number) return digits ? 1 : spellsNumber(text, start, end) ? 0.7 : 0;
  return type.name ? names : 0;
}

/** Whether one of some words stands in the beginning of a passage; one word after the other, since a pattern of them all would try each at each place. */
function holdsWord(text: string, start: number, end: number, words: SmallWords, unspaced: RegExp): boolean {
  const read = text.slice(start, Math.min(end, start + mostReadForWords));
  return holdsSmallWord(read.toLowerCase(), words) || unspaced.test(read);
}

function holdsSmallWord(text: string, words: SmallWords): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    while (at < text.length && isSmallLetter(text.charCodeAt(at))) at += 1;
    if (at > start && words.mayHold(text, start) && words.has(text.slice(start, at))) return true;
  }
  return false;
}

/** Of the Latin alphabets of western Europe. */
function isSmallLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xe0 && unit <= 0xff);
}
