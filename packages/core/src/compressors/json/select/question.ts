import type { ColumnStatistics } from './column-statistics.ts';
import type { Asked } from './prior.ts';
import type { SoughtTerms } from './question-scores.ts';

/** What a question asks for, made ready for columns, units and pieces of text. */
export interface QuestionView extends Asked {
  readonly sought: SoughtTerms;
}

/** No question: nothing is named, nothing is sought. */
export const noQuestion: Asked = { named: () => 0, highest: false, lowest: false };

/** How many sought words name a column: the last two steps of its path, each column looked at once. */
export function namedBy(sought: SoughtTerms): (statistics: ColumnStatistics) => number {
  const known = new Map<ColumnStatistics, number>();
  return (statistics) => {
    let count = known.get(statistics);
    if (count === undefined) {
      const terms = new Set<number>();
      sought.find(lastSteps(statistics.column.name), (term) => terms.add(term));
      known.set(statistics, (count = terms.size));
    }
    return count;
  };
}

function lastSteps(name: string): string {
  return name.split('.').slice(-2).join(' ');
}
