import { windowLines } from './line-windows.ts';

const plainName = /^[\w.-]{1,40}$/;

/**
 * The arguments of a call that are texts of several lines, with their names: the content of a file that is written, a script that is run.
 *
 * @param toolInput an object, or the JSON text of one
 */
export function longArguments(toolInput: unknown): readonly (readonly [name: string, text: string])[] {
  const input = typeof toolInput === 'string' ? parsed(toolInput) : toolInput;
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return [];
  return Object.entries(input).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && plainName.test(entry[0]) && hasLines(entry[1]),
  );
}

/** Whether JSON text may hold a text of several lines: a line feed inside it is escaped, and most inputs have none. */
export function mayHoldLines(json: string): boolean {
  return json.includes('\\n');
}

function parsed(text: string): unknown {
  if (!mayHoldLines(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A torn input shows nothing that could be counted in lines.
    return undefined;
  }
}

function hasLines(text: string): boolean {
  let at = -1;
  for (let lines = 1; lines < windowLines; lines += 1) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return false;
  }
  return true;
}
