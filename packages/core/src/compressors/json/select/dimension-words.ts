/**
 * What adjectives measure: a question for the cheapest names no column, and the column that it means is called price or cost. English only, by general
 * usage; left of the arrow the beginning of the adjective, right of it words of keys.
 */
const dimensions: readonly (readonly [RegExp, string])[] = [
  [/\b(?:cheap|expensive|costl|affordable|pric)/i, 'price cost amount fee fare total rate'],
  [/\b(?:large|big|small|heav|huge|tin)/i, 'size bytes length weight memory area population'],
  [/\b(?:slow|fast|quick|long|short|laten)/i, 'duration time elapsed latency ms seconds length runtime'],
  [/\b(?:old|new|recent|latest|earl|late|last|first)/i, 'date created updated published modified time timestamp age since'],
  [/\b(?:popular|star|downloaded|viewed|liked|famous|shared)/i, 'stars downloads views likes score votes count followers popularity'],
  [/\b(?:rated|rank|best|worst|top|relevant)/i, 'score rating rank votes stars relevance'],
  [/\b(?:busy|busi|active|frequent|common|often)/i, 'count total commits requests hits usage load frequency'],
  [/\b(?:hot|cold|warm|cool)/i, 'temperature temp'],
  [/\b(?:deep|shallow)/i, 'depth'],
  [/\b(?:deadl|killed|died)/i, 'deaths fatalities killed casualties'],
  [/\b(?:populous|crowded)/i, 'population pop'],
  [/\b(?:north|south)/i, 'latitude lat'],
  [/\b(?:east|west)/i, 'longitude lon lng'],
  [/\b(?:sever|critical|serious|dangerous|risk)/i, 'severity level priority risk score cvss'],
  [/\b(?:far|near|close|distan|drive)/i, 'distance duration'],
  [/\b(?:full|load|util)/i, 'percent usage used utilization load'],
];

/** Words of keys that the adjectives of a question point at; empty where it has none. */
export function dimensionWords(question: string): string {
  return dimensions
    .filter(([adjective]) => adjective.test(question))
    .map(([, words]) => words)
    .join(' ');
}
