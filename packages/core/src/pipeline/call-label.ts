import { memoizeByText } from '../text/memoize-by-text.ts';
import type { Segment } from '../types/segment.ts';

/** The call behind a result in a few words: the file that it names, or the tool's name and the first text among its arguments. */
export function labelOf({ toolName, toolInput }: Segment): string {
  if (toolName === undefined) return '';
  const argument = typeof toolInput === 'string' ? firstTextIn(toolInput) : firstText(toolInput)?.slice(0, longestLookedAt);
  if (argument === undefined) return onOneLine(toolName);
  return onOneLine(fileIn(argument) ?? `${toolName} ${shorten(argument)}`);
}

const longestLookedAt = 400;
const longestArgument = 24;
const fileName = /(?:^|[\s"'=/])([\w.+-]{1,40}\.[A-Za-z]\w{0,7})(?=$|[\s"';|&)])/;

// The calls of a known history are not read again on every turn.
const rememberedCharacters = 500_000;
const fileIn = memoizeByText((argument) => fileName.exec(argument)?.[1], rememberedCharacters);
const firstTextIn = memoizeByText((json) => textOfJson(json)?.slice(0, longestLookedAt), rememberedCharacters);

function onOneLine(label: string): string {
  return label.replace(/[\r\n]+/g, ' ').toWellFormed();
}

function shorten(argument: string): string {
  return argument.length > longestArgument ? `${argument.slice(0, longestArgument)}…` : argument;
}

/** The first text of an object that is spelled as JSON; any other text is itself what the call says. */
function textOfJson(input: string): string | undefined {
  try {
    const value: unknown = JSON.parse(input);
    return typeof value === 'object' ? firstText(value) : input;
  } catch {
    return input;
  }
}

function firstText(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  return Object.values(input).find((value): value is string => typeof value === 'string' && value !== '');
}
