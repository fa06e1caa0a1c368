// Values, never key names: `"error": null` in every row says nothing. Words, so that `terror` and `errors_total=0` need no list of exceptions.
const trouble =
  /\b(?:errors?|fail(?:s|ed|ure|ures|ing)?|fatal|critical|exceptions?|denied|forbidden|time(?:d[ -]?)?out|panic|refused|invalid|unauthori[sz]ed|abort(?:s|ed)?|crash(?:ed|es|loopbackoff)?|oom(?:killed)?|killed|unhealthy|degraded|blocked|deprecated|traceback|not found|unavailable|exceeded)\b/i;

/** Long texts mention errors in passing; what is itself an error report is short, or says so at its beginning. */
const lookedAt = 300;

/** Whether a value speaks of trouble: an error, a failure, a refusal. */
export function isTrouble(text: string): boolean {
  return text.length >= 3 && trouble.test(text.length > lookedAt ? text.slice(0, lookedAt) : text);
}
