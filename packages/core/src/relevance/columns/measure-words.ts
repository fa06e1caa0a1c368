import { terms } from '../terms.ts';

/**
 * Words that ask for a measure, and the names that its columns go by. English, by general usage; kept to words of measure, since general synonyms gain nothing.
 */
const measures: readonly (readonly [asked: string, columns: string])[] = [
  [
    'large largest larger big biggest bigger small smallest smaller huge heavy heaviest size sized space disk',
    'size bytes length total used weight area blocks sz',
  ],
  ['long longest short shortest length', 'length duration time size elapsed uptime age'],
  ['slow slowest slower fast fastest faster quick quickest latency', 'duration time elapsed seconds ms latency real mean avg'],
  ['expensive cheap cheapest cost costly costliest price', 'price cost amount total fee fare rate value'],
  ['old oldest young youngest', 'age date created birth year start'],
  [
    'new newest latest recent last early earliest oldest first when',
    'date time created updated timestamp published modified started age year',
  ],
  ['memory ram', 'mem rss res vsz virt memory used'],
  ['cpu processor busy busiest busier', 'cpu time usr load util'],
  ['full fullest usage used utilization utilisation', 'use used usage percent capacity'],
  ['popular common frequent often many most', 'count stars likes votes downloads hits requests total frequency number'],
  ['high highest low lowest top', 'value amount total score level rate'],
  ['traffic packets', 'pkts packets bytes rx tx recv send'],
  ['restart restarts restarted', 'restarts restart'],
  ['north northern northernmost northerly south southern southernmost southerly', 'latitude lat'],
  ['east eastern easternmost easterly west western westernmost westerly', 'longitude lon lng long'],
  ['far farthest furthest near nearest closest distant', 'distance dist km miles'],
  ['hot hottest warm warmest cold coldest cool coolest heat', 'temperature temp tmax tmin celsius fahrenheit'],
  ['wet wettest dry driest rain rainy rainiest', 'rain rainfall precipitation precip humidity'],
  ['windy windiest', 'wind gust'],
  ['deadly deadliest died dead killed', 'deaths fatalities casualties killed died'],
  ['rich richest wealthy wealthiest poor poorest', 'income wealth gdp salary'],
  ['deep deepest shallow shallowest', 'depth'],
  ['tall tallest', 'height elevation altitude'],
  ['populous crowded', 'population pop inhabitants'],
  ['coverage covered', 'cover coverage stmts lines percent'],
];

const columnsOf = new Map<string, Set<string>>();
for (const [asked, columns] of measures) {
  for (const word of asked.split(' ')) {
    const known = columnsOf.get(word) ?? new Set<string>();
    for (const term of terms(columns)) known.add(term);
    columnsOf.set(word, known);
  }
}

/** The terms of columns that the words of measure in a question ask about. */
export function measureTerms(question: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of question
    .slice(0, 4096)
    .toLowerCase()
    .split(/[^a-z]+/))
    for (const term of columnsOf.get(word) ?? []) found.add(term);
  return found;
}
