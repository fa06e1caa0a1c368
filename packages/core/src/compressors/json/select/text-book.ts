import { readWords, type TermPlaces, type TextWords } from '../../../relevance/index.ts';
import { RawNumber, type JsonValue } from '../model.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import { shortestCut } from './cost.ts';
import { lookedAt, troublePlaces } from './error-value.ts';
import type { SoughtTerms } from './question.ts';

/** Where terms stand in the texts of a book: those of text `i` are the places `from[i]` to `from[i + 1]`. */
export interface BookTerms extends TermPlaces {
  readonly from: Int32Array;
}

/**
 * The texts of a document one behind another. Their words are read once, and who looks for terms in many values, or in many pieces of one, is told their places.
 */
export interface TextBook {
  /** The number of the text of each value of a column; -1 where the value has none. Undefined where the column was not read. */
  readonly textsOf: (column: ColumnStatistics) => Int32Array | undefined;
  /** Where each text begins; one more than there are texts. */
  readonly starts: Int32Array;
  /** How many words each text has. */
  readonly words: Int32Array;
  readonly trouble: BookTerms;
  /** Undefined without a question. */
  readonly sought: BookTerms | undefined;
  /** The number of a long text that was read whole. */
  readonly numberOf: (text: string) => number | undefined;
}

/** Reads the values of columns: whole where terms are sought, else only as far as trouble is looked for. Linear in them. */
export function readBook(columns: readonly ColumnStatistics[], sought: SoughtTerms | undefined): TextBook {
  const binder = new Binder(sought);
  const known = new Map(columns.filter((column) => isRead(column, sought)).map((column) => [column, binder.bind(column)]));
  const starts = Int32Array.from(binder.starts);
  const words = readWords(binder.parts.join(''));
  return {
    textsOf: (column) => known.get(column),
    starts,
    words: countWords(words, starts),
    trouble: inBook(troublePlaces(words), starts),
    sought: sought === undefined ? undefined : inBook(sought.find(words), starts),
    numberOf: (text) => binder.long.get(text),
  };
}

function isRead({ column, numbers }: ColumnStatistics, sought: SoughtTerms | undefined): boolean {
  return sought === undefined ? column.role === 'value' && numbers === undefined : numbers === undefined || sought.hasDigits;
}

/** Puts texts one behind another; those of a column of categories once each. */
class Binder {
  readonly parts: string[] = [];
  readonly starts: number[] = [0];
  readonly long = new Map<string, number>();
  readonly #sought: SoughtTerms | undefined;
  #end = 0;

  constructor(sought: SoughtTerms | undefined) {
    this.#sought = sought;
  }

  bind({ column, categories }: ColumnStatistics): Int32Array {
    const { values } = column;
    const texts = new Int32Array(values.length);
    const known = categories === undefined ? undefined : new Map<JsonValue, number>();
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as JsonValue;
      let text = known?.get(value);
      if (text === undefined) {
        text = this.#add(value);
        known?.set(value, text);
      }
      texts[index] = text;
    }
    return texts;
  }

  #add(value: JsonValue): number {
    const text = textOf(value, this.#sought);
    if (text === '') return -1;
    const number = this.starts.length - 1;
    if (this.#sought !== undefined && text.length > shortestCut) this.long.set(text, number);
    // No word goes on behind the end of a line.
    this.parts.push(text, '\n');
    this.#end += text.length + 1;
    this.starts.push(this.#end);
    return number;
  }
}

function textOf(value: JsonValue, sought: SoughtTerms | undefined): string {
  if (typeof value === 'string') return sought === undefined && value.length > lookedAt ? value.slice(0, lookedAt) : value;
  if (sought?.hasDigits !== true || value === null || typeof value === 'boolean') return '';
  return value instanceof RawNumber ? value.source : String(value);
}

/** How many words and pairs each text has. */
function countWords({ count, starts }: TextWords, bounds: Int32Array): Int32Array {
  const counts = new Int32Array(bounds.length - 1);
  let at = 0;
  for (let text = 0; text < counts.length; text++) {
    const first = at;
    const end = bounds[text + 1] as number;
    while (at < count && (starts[at] as number) < end) at++;
    counts[text] = at - first;
  }
  return counts;
}

function inBook({ places, terms }: TermPlaces, starts: Int32Array): BookTerms {
  const from = new Int32Array(starts.length);
  let at = 0;
  for (let text = 1; text < starts.length; text++) {
    while (at < places.length && (places[at] as number) < (starts[text] as number)) at++;
    from[text] = at;
  }
  return { places, terms, from };
}
