import type { ColumnStatistics } from './column-statistics.ts';

/** What a question says about columns; without one nothing is named and no end of a scale is asked for. */
export interface Asked {
  /** How many words of the question name the column, by weight. */
  readonly named: (statistics: ColumnStatistics) => number;
  readonly highest: boolean;
  readonly lowest: boolean;
  /** The same for columns of dates. */
  readonly latest: boolean;
  readonly earliest: boolean;
  /** Whether a text holds an identifier that stands in the question. */
  readonly mentions: (text: string) => boolean;
  /** Whether the question is about something that went wrong. */
  readonly trouble: boolean;
}
