import { terms } from './terms.ts';

/**
 * Words that ask for a measure, and the names that its columns, fields and keys go by. English, by general usage; kept to words of measure, since general synonyms gain nothing.
 */
const measures: readonly (readonly [asked: string, fields: string])[] = [
  [
    'large larger largest big bigger biggest small smaller smallest huge tiny heavy heavier heaviest size sized space disk',
    'size bytes length total used weight area blocks sz population',
  ],
  ['long longer longest short shorter shortest length', 'length duration time size elapsed uptime age runtime latency ms seconds'],
  [
    'slow slower slowest fast faster fastest quick quicker quickest latency',
    'duration time elapsed seconds ms latency real mean avg runtime',
  ],
  [
    'expensive cheap cheaper cheapest cost costs costly costlier costliest price priced pricing affordable',
    'price cost amount total fee fare rate value',
  ],
  ['old older oldest young younger youngest', 'age date created birth year start since'],
  [
    'old older oldest new newer newest latest recent recently last late early earlier earliest first when',
    'date time created updated timestamp published modified version started age year since',
  ],
  ['memory ram', 'mem rss res vsz virt memory used'],
  ['cpu processor busy busier busiest', 'cpu time usr load util'],
  ['full fuller fullest usage used utilization utilisation load loaded', 'use used usage percent capacity utilization load'],
  [
    'popular famous star stars starred downloaded viewed liked shared',
    'count stars likes votes downloads views score followers popularity hits',
  ],
  [
    'popular common commonest frequent often active busy busier busiest',
    'count stars likes votes downloads hits requests total frequency number commits changes usage load',
  ],
  ['rated rank ranked best worst top relevant', 'score rating rank votes stars relevance'],
  ['high higher highest low lower lowest top', 'value amount total score level rate'],
  ['traffic packets', 'pkts packets bytes rx tx recv send'],
  ['restart restarts restarted', 'restarts restart'],
  ['coverage covered', 'cover coverage stmts lines percent'],
  ['hot hotter hottest warm warmer warmest cold colder coldest cool cooler coolest heat', 'temperature temp tmax tmin celsius fahrenheit'],
  ['wet wettest dry driest rain rainy rainiest', 'rain rainfall precipitation precip humidity'],
  ['windy windiest', 'wind gust'],
  ['north northern northernmost northerly south southern southernmost southerly', 'latitude lat'],
  ['east eastern easternmost easterly west western westernmost westerly', 'longitude lon lng long'],
  ['deadly deadlier deadliest died dead killed', 'deaths fatalities casualties killed died'],
  ['rich richer richest wealthy wealthiest poor poorer poorest', 'income wealth gdp salary'],
  ['deep deeper deepest shallow shallower shallowest', 'depth'],
  ['tall taller tallest', 'height elevation altitude'],
  ['populous crowded', 'population pop inhabitants'],
  ['severe severer severest severity critical serious dangerous risk risky riskiest', 'severity level priority risk score cvss'],
  ['far farther farthest furthest near nearer nearest close closer closest distant', 'distance dist duration km miles'],
];

const fieldsOf = new Map<string, Set<string>>();
for (const [asked, fields] of measures) {
  for (const word of asked.split(' ')) {
    const known = fieldsOf.get(word) ?? new Set<string>();
    for (const term of terms(fields)) known.add(term);
    fieldsOf.set(word, known);
  }
}

/**
 * The terms of fields that the words of measure in a question ask about: a question for the cheapest names no column, and the column that it means is called price or cost.
 *
 * @example measureTerms('Which plan is cheapest?') // Set { 'pric', 'cost', 'amount', … }
 */
export function measureTerms(question: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of question
    .slice(0, 4096)
    .toLowerCase()
    .split(/[^a-z]+/))
    for (const term of fieldsOf.get(word) ?? []) found.add(term);
  return found;
}
