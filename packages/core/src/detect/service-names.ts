import { readLines, type Line } from './line.ts';
import { isLogLine } from './log-lines.ts';
import { shareOf } from './sample.ts';

const prefix = /^(?:\d{1,2}:\d{2}:\d{2} )?([A-Za-z][\w./@-]{0,60}|\d{1,3}\|[A-Za-z][\w./@-]{0,60}) {0,20}\| ?/;
/** Instances are counted: `web.1`, `db-1`, `0|api`. */
const counted = /[._-]\d{1,3}$|^\d{1,3}\|/;

const leastLines = 8;
const leastShare = 0.85;
/** Names come again and again; the first cells of a table hardly do. */
const mostNames = 0.34;
const leastEvents = 0.5;

/** Whether lines are messages behind the names of the services that wrote them (`web-1  | …`), as orchestrators join the logs of several programs. */
export function areServiceMessages(lines: readonly Line[]): boolean {
  if (lines.length < leastLines || !prefix.test(lines[0]!.text)) return false;
  const names = new Set<string>();
  const messages: string[] = [];
  for (const { text } of lines) {
    const found = prefix.exec(text);
    if (found === null) continue;
    names.add(found[1]!);
    messages.push(text.slice(found[0].length));
  }
  if (messages.length < lines.length * leastShare || names.size > messages.length * mostNames) return false;
  if (shareOf(messages, (message) => message.includes(' | ')) >= leastEvents) return false;
  return [...names].every((name) => counted.test(name)) || shareOf(readLines(messages), isLogLine) >= leastEvents;
}
