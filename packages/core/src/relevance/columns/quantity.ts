/** What a cell's text measures. */
export interface Quantity {
  readonly value: number;
  /** `date` orders like a time but has no size. */
  readonly sort: 'number' | 'date';
}

const longestQuantity = 40;

const number = /^([-+]?[$€£]?[-+]?)(\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,20})?|\.\d{1,20})(e[-+]?\d{1,3})?\s?([a-zµ%]{0,3})(?:\/s)?$/i;
/** `1-02:03:04`, `12:34`, `1:02:03.5`: days, hours, minutes, seconds. */
const clock = /^(?:(\d{1,5})[-+ ])?(\d{1,6}):(\d\d)(?::(\d\d))?(\.\d{1,9})?$/;
const isoDate = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?:Z|[-+]\d\d:?\d\d)?)?$/;
/** `5d3h`, `12m`, `3h4m5s`: ages as orchestrators write them. */
const age = /^(?:(\d{1,5})y)?(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,7})m)?(?:(\d{1,9})s)?$/;

/** Multiples by the unit as it is spelled: sizes in bytes (powers of 1024, as command lines mean them), times in seconds. */
const units: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['%', 1],
  ['b', 1],
  ['B', 1],
  ...sizes('K', 1),
  ...sizes('k', 1),
  ...sizes('M', 2),
  ...sizes('G', 3),
  ...sizes('T', 4),
  ...sizes('P', 5),
  ['g', 1024 ** 3],
  ['t', 1024 ** 4],
  ['ns', 1e-9],
  ['us', 1e-6],
  ['µs', 1e-6],
  ['ms', 1e-3],
  ['s', 1],
  ['sec', 1],
  ['m', 60],
  ['min', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
]);

function sizes(letter: string, power: number): [string, number][] {
  return ['', 'B', 'b', 'i', 'iB'].map((rest) => [letter + rest, 1024 ** power]);
}

/**
 * Reads a cell as a quantity: decimals, thousands separators, percentages, sizes (`4.0K`, `12M`, `1.5GiB`), clock times and durations (`1-02:03:04`, `5d3h`, `120ms`)
 * and ISO dates; undefined for anything else.
 *
 * @example readQuantity('1.5K') // { value: 1536, sort: 'number' }
 */
export function readQuantity(cell: string): Quantity | undefined {
  const plain = plainNumber(cell);
  return Number.isNaN(plain) ? readOtherQuantity(cell) : { value: plain, sort: 'number' };
}

/** The same for a cell that is no {@link plainNumber}. */
export function readOtherQuantity(cell: string): Quantity | undefined {
  if (cell.length === 0 || cell.length > longestQuantity || !mayBegin(cell.charCodeAt(0))) return undefined;
  const match = number.exec(cell);
  if (match !== null) {
    const multiple = units.get(match[4]!);
    if (multiple === undefined) return readAge(cell);
    const value = Number(`${match[2]!.replaceAll(',', '')}${match[3] ?? ''}`) * multiple;
    return Number.isFinite(value) ? { value: match[1]!.includes('-') ? -value : value, sort: 'number' } : undefined;
  }
  return readClock(cell) ?? readDate(cell) ?? readAge(cell);
}

/**
 * The number of digits with at most one point, as most numbers are written: without a pattern. NaN for anything else.
 *
 * @example plainNumber('1.5') // 1.5
 */
export function plainNumber(cell: string): number {
  const { length } = cell;
  if (length === 0 || length > longestQuantity) return Number.NaN;
  let point = -1;
  let digits = 0;
  for (let at = 0; at < length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits = digits * 10 + (code - 0x30);
    else if (code === 0x2e && point < 0 && at > 0) point = at;
    else return Number.NaN;
  }
  // So few digits are exact, and so is a power of ten: their quotient is the nearest number.
  if (length <= exactDigits) return point < 0 ? digits : digits / powersOfTen[length - 1 - point]!;
  return point > 0 && point <= exactDigits && length - 1 - point <= mostDecimals ? Number(cell) : Number.NaN;
}

const exactDigits = 15;
const mostDecimals = 20;
const powersOfTen = Array.from({ length: exactDigits }, (_, power) => 10 ** power);

/** Digits and signs, a point, a currency; most cells of text end here. */
function mayBegin(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2b || code === 0x2e || code === 0x24 || code === 0x20ac || code === 0xa3
  );
}

function readClock(cell: string): Quantity | undefined {
  const match = clock.exec(cell);
  if (match === null) return undefined;
  const [, days = '0', first, second, third, rest = '0'] = match;
  const seconds = third === undefined ? Number(first) * 60 + Number(second) : Number(first) * 3600 + Number(second) * 60 + Number(third);
  return { value: Number(days) * 86_400 + seconds + Number(rest), sort: 'number' };
}

function readDate(cell: string): Quantity | undefined {
  const match = isoDate.exec(cell);
  if (match === null) return undefined;
  return {
    value: Number(
      match
        .slice(1, 7)
        .map((part) => part ?? '00')
        .join(''),
    ),
    sort: 'date',
  };
}

function readAge(cell: string): Quantity | undefined {
  const match = age.exec(cell);
  if (match === null) return undefined;
  const [, years = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  return {
    value: Number(years) * 31_536_000 + Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
    sort: 'number',
  };
}
