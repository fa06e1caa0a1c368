import { commands, modes, optionTable, proses, type Command, type Mode, type OptionName, type Prose } from './option-table.ts';
import { readArguments, type OptionValues } from './read-arguments.ts';
import { UsageError } from './usage-error.ts';

/** The options of every command; what a command does not take is absent. */
export interface CommandOptions {
  readonly json: 'json' | 'human';
  readonly mode?: Mode;
  readonly store?: string;
  readonly scope?: string;
  readonly model?: string;
  readonly query?: string;
  readonly tool?: string;
  readonly prose?: Prose;
  /** Which model chooses words. */
  readonly proseModel?: string;
  readonly lines?: string;
  readonly path?: string;
  readonly budget?: number;
  readonly cursor?: string;
}

/** What the user asked for. */
export type CommandLine =
  | { readonly action: 'help' }
  | { readonly action: 'version' }
  | { readonly action: 'run'; readonly command: Command; readonly operand?: string; readonly options: CommandOptions }
  | { readonly action: 'serve'; readonly command: 'compress' | 'messages' | 'retrieve'; readonly options: CommandOptions };

/**
 * Reads the arguments after the program's name.
 *
 * @throws UsageError that says what to write instead.
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals } = readArguments(argv);
  if (values.version === true) return { action: 'version' };
  const [word, operand, ...rest] = positionals;
  if (values.help === true || word === 'help') return { action: 'help' };
  if (word === undefined) throw new UsageError('Name a command.', 'all');
  const command = commands.find((name) => name === word);
  if (command === undefined) throw new UsageError(`There is no command "${word}": write one of ${commands.join(', ')}.`);
  for (const name of Object.keys(values)) refuseForeign(command, name as OptionName);
  if (operand === '') throw new UsageError(`The argument of ${command} is empty.`);
  if (rest.length > 0) throw new UsageError(`"${rest[0]}" is one argument too many.`);
  const options = readOptions(values);
  if (options.proseModel !== undefined && options.prose !== 'words')
    throw new UsageError('--prose-model chooses words: write --prose words too.');
  if (values.jsonl === true) return { action: 'serve', command: served(command, operand, values), options };
  if (command === 'messages') throw new UsageError('messages works on standard input: write `headroom messages --jsonl`.');
  if (command === 'retrieve' && operand === undefined) throw new UsageError('Name the original: `headroom retrieve HASH`.');
  refuseTwoParts(values);
  if (command === 'models' && operand !== 'list' && operand !== 'pull')
    throw new UsageError('Write `headroom models list` or `headroom models pull`.');
  if ((command === 'stats' || command === 'doctor') && operand !== undefined) throw new UsageError(`${command} takes no argument.`);
  return { action: 'run', command, options, ...(operand === undefined ? {} : { operand }) };
}

function refuseForeign(command: Command, name: OptionName): void {
  const applies: readonly Command[] = optionTable[name].commands;
  if (!applies.includes(command)) throw new UsageError(`--${name} does not apply to ${command}, but to ${applies.join(', ')}.`);
}

/** What stands in each request of the protocol; on the command line it would be lost. */
const perRequest = ['json', 'query', 'tool', 'lines', 'path', 'budget', 'cursor'] as const satisfies readonly OptionName[];

function served(command: Command, operand: string | undefined, values: OptionValues): 'compress' | 'messages' | 'retrieve' {
  if (operand !== undefined) throw new UsageError(`--jsonl reads standard input: leave "${operand}" out.`);
  const lost = perRequest.find((name) => values[name] !== undefined);
  if (lost === 'json') throw new UsageError('--json prints one object, --jsonl one a line: leave one of them out.');
  if (lost !== undefined) throw new UsageError(`--${lost} does not go with --jsonl: write "${lost}" into each request.`);
  return command as 'compress' | 'messages' | 'retrieve';
}

/** A part is named in one way; the others would be passed over. */
function refuseTwoParts(values: OptionValues): void {
  const [first, second] = (['lines', 'path', 'query'] as const).filter((name) => values[name] !== undefined);
  if (second !== undefined) throw new UsageError(`--${first} and --${second} name different parts: give one of them.`);
}

function readOptions(values: OptionValues): CommandOptions {
  const { store, scope, model, query, tool, lines, path, cursor } = values;
  const given = { store, scope, model, query, tool, lines, path, cursor };
  return {
    json: values.json === true ? 'json' : 'human',
    ...(values.mode === undefined ? {} : { mode: readChoice('mode', values.mode, modes) }),
    ...(values.prose === undefined ? {} : { prose: readChoice('prose', values.prose, proses) }),
    ...(values['prose-model'] === undefined ? {} : { proseModel: values['prose-model'] }),
    ...(values.budget === undefined ? {} : { budget: readBudget(values.budget) }),
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<CommandOptions>),
  };
}

function readChoice<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((name) => name === text);
  if (choice === undefined) throw new UsageError(`--${option} must be one of ${choices.join(', ')}, not "${text}".`);
  return choice;
}

function readBudget(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError(`--budget must be a whole number of tokens from 1 to 999999999, such as 2000, not "${text}".`);
  return Number(text);
}
