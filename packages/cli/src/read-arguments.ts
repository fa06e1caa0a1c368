import { parseArgs } from 'node:util';
import { commands, optionTable, type OptionName } from './option-table.ts';
import { UsageError } from './usage-error.ts';

type Table = typeof optionTable;

/** What was written for each option. */
export type OptionValues = { readonly [Name in OptionName]?: Table[Name]['type'] extends 'string' ? string : true };

/** The arguments, taken apart. */
export interface Arguments {
  readonly values: OptionValues;
  readonly positionals: readonly string[];
}

const shortNames = { h: 'help', v: 'version' } as const;

/**
 * Takes the arguments apart. What an option does not allow is told in words of ours: Node's own do not say what is allowed.
 *
 * @throws UsageError that names the argument and says what to write instead.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const options = Object.fromEntries(Object.entries(optionTable).map(([name, { type }]) => [name, { type, ...shortOf(name) }]));
  const { tokens, positionals } = parseArgs({ args: [...argv], strict: false, tokens: true, allowPositionals: true, options });
  const values: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue = false } = token;
    if (!isOptionName(name)) throw unknownOption(rawName, positionals[0]);
    values[name] = optionTable[name].type === 'boolean' ? readFlag(name, value) : readValue(name, value, inlineValue);
  }
  return { values, positionals };
}

function shortOf(name: string): { short?: string } {
  const short = Object.entries(shortNames).find(([, long]) => long === name)?.[0];
  return short === undefined ? {} : { short };
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(optionTable, name);
}

function readFlag(name: OptionName, value: string | undefined): true {
  if (value !== undefined) throw new UsageError(`--${name} takes no value: leave "=${value}" out.`);
  return true;
}

function readValue(name: OptionName, value: string | undefined, inlineValue: boolean): string {
  const { value: placeholder, says } = optionTable[name];
  if (value === undefined) throw new UsageError(`--${name} needs a value: write --${name} ${placeholder}, ${says}.`);
  // An empty one is a variable of a shell that was not set, as a rule; what it would mean is not what was meant.
  if (value.trim() === '') throw new UsageError(`--${name} is empty: leave it out, or write --${name} ${placeholder}, ${says}.`);
  // `--lines -20` means the last 20; anything else that begins so is another option behind a forgotten value.
  if (!inlineValue && value.startsWith('-') && value !== '-' && !/^-\d/.test(value))
    throw new UsageError(
      `--${name} needs a value before ${value}: write --${name} ${placeholder}, or --${name}=${value} if that is the value.`,
    );
  return value;
}

function unknownOption(rawName: string, word: string | undefined): UsageError {
  const command = commands.find((name) => name === word);
  const file = ` A file of that name is written ./${rawName}.`;
  if (command === undefined) return new UsageError(`There is no option ${rawName}.${file}`);
  const allowed = Object.entries(optionTable).flatMap(([name, { commands: takers }]) =>
    takers.some((taker) => taker === command) ? [`--${name}`] : [],
  );
  return new UsageError(`There is no option ${rawName}. ${command} takes ${allowed.join(', ')}.${file}`);
}
