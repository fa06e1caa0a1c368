/** Values that speak of trouble, not names or keys that mention it. Every repetition is bounded. */
const trouble =
  /\b(?:errors?|err|fail(?:ed|ing|ure|ures)?|fatal|panic|crash(?:ed|loopbackoff)?|oomkilled|killed|abort(?:ed)?|denied|refused|unreachable|timed? ?out|timeout|degraded|unhealthy|down|dead|zombie|defunct|corrupt(?:ed)?|missing|not[- ](?:found|ready|loaded|running)|invalid|unmet|extraneous|conflict|vulnerabilit(?:y|ies)|critical|severe|high[- ]risk|masked|broken|rejected?|expired|evicted|pending|unknown|imagepullbackoff|warn(?:ing)?|removed|deleted|deprecated|locked|suspicious)\b/i;
const nothing = /\b(?:no|0|without) (?:errors?|failures?|warnings?|vulnerabilities)\b/i;
const longestRead = 300;

/** Whether a text speaks of something that went wrong. */
export function speaksOfTrouble(text: string): boolean {
  const read = text.length > longestRead ? text.slice(0, longestRead) : text;
  return trouble.test(read) && !nothing.test(read);
}
