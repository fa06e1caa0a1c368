import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

const commands = ['compress', 'messages', 'detect', 'retrieve', 'stats', 'models', 'doctor'] as const;
export type Command = (typeof commands)[number];

const proses = ['sentences', 'words'] as const;
/** What may be left out of prose: whole sentences alone, or words within them too. */
export type Prose = (typeof proses)[number];

export const modes = ['off', 'audit', 'lossless', 'reversible'] as const;
export type Mode = (typeof modes)[number];

/** Every option, with the commands that it applies to and what it means. */
export const optionTable = {
  json: {
    type: 'boolean',
    value: '',
    commands: ['compress', 'detect', 'retrieve', 'stats', 'models', 'doctor'],
    says: 'print one JSON object',
  },
  jsonl: {
    type: 'boolean',
    value: '',
    commands: ['compress', 'messages', 'retrieve'],
    says: 'answer requests on standard input, one JSON object a line',
  },
  mode: { type: 'string', value: 'MODE', commands: ['compress', 'messages'], says: `${modes.join(', ')} (default reversible)` },
  store: {
    type: 'string',
    value: 'FILE',
    commands: ['compress', 'messages', 'retrieve', 'stats', 'doctor'],
    says: "the SQLite file of originals, or :memory: (default the user's own)",
  },
  scope: {
    type: 'string',
    value: 'NAME',
    commands: ['compress', 'messages', 'retrieve'],
    says: 'whose originals these are (default "default")',
  },
  model: {
    type: 'string',
    value: 'NAME',
    commands: ['compress', 'messages', 'retrieve'],
    says: 'the model that will read: chooses the tokenizer',
  },
  query: { type: 'string', value: 'TEXT', commands: ['compress', 'retrieve'], says: 'the question: what answers it is kept, or given' },
  tool: { type: 'string', value: 'NAME', commands: ['compress'], says: 'the tool that gave the text' },
  prose: {
    type: 'string',
    value: 'UNIT',
    commands: ['compress'],
    says: 'what may be left out of prose: sentences, or words too (default sentences)',
  },
  'prose-model': {
    type: 'string',
    value: 'NAME',
    commands: ['compress'],
    says: 'which model chooses words: lite, kompress-v2-base or a folder (default lite)',
  },
  lines: { type: 'string', value: 'RANGE', commands: ['retrieve'], says: 'lines of the original: 120-164, 7, -20' },
  path: { type: 'string', value: 'PATH', commands: ['retrieve'], says: 'a JSON path: $.items[3].name' },
  budget: {
    type: 'string',
    value: 'TOKENS',
    commands: ['retrieve'],
    says: 'tokens that the answer may take (default 2000 for a part)',
  },
  cursor: { type: 'string', value: 'CURSOR', commands: ['retrieve'], says: 'goes on where an answer ended' },
  help: { type: 'boolean', value: '', commands, says: 'print this help' },
  version: { type: 'boolean', value: '', commands, says: 'print the version' },
} as const satisfies Readonly<Record<string, OptionRow>>;

interface OptionRow {
  readonly type: 'boolean' | 'string';
  readonly value: string;
  readonly commands: readonly Command[];
  readonly says: string;
}

type OptionName = keyof typeof optionTable;

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
  const { values, positionals } = parse(argv);
  if (values.version === true) return { action: 'version' };
  const [word, operand, ...rest] = positionals;
  if (values.help === true || word === 'help') return { action: 'help' };
  if (word === undefined) throw new UsageError('Name a command.');
  const command = commands.find((name) => name === word);
  if (command === undefined) throw new UsageError(`There is no command "${word}": write one of ${commands.join(', ')}.`);
  for (const name of Object.keys(values)) refuseForeign(command, name as OptionName);
  if (rest.length > 0) throw new UsageError(`"${rest[0]}" is one argument too many.`);
  const options = readOptions(values);
  if (values.jsonl === true) return { action: 'serve', command: served(command, operand), options };
  if (command === 'messages') throw new UsageError('messages works on standard input: write `headroom messages --jsonl`.');
  if (command === 'retrieve' && operand === undefined) throw new UsageError('Name the original: `headroom retrieve HASH`.');
  if (options.proseModel !== undefined && options.prose !== 'words')
    throw new UsageError('--prose-model chooses words: write --prose words too.');
  if (command === 'models' && operand !== 'list' && operand !== 'pull')
    throw new UsageError('Write `headroom models list` or `headroom models pull`.');
  if ((command === 'stats' || command === 'doctor') && operand !== undefined) throw new UsageError(`${command} takes no argument.`);
  return { action: 'run', command, options, ...(operand === undefined ? {} : { operand }) };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        mode: { type: 'string' },
        store: { type: 'string' },
        scope: { type: 'string' },
        model: { type: 'string' },
        query: { type: 'string' },
        tool: { type: 'string' },
        prose: { type: 'string' },
        'prose-model': { type: 'string' },
        lines: { type: 'string' },
        path: { type: 'string' },
        budget: { type: 'string' },
        cursor: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

type Values = ReturnType<typeof parse>['values'];

function refuseForeign(command: Command, name: OptionName): void {
  const applies: readonly Command[] = optionTable[name].commands;
  if (!applies.includes(command)) throw new UsageError(`--${name} does not apply to ${command}, but to ${applies.join(', ')}.`);
}

function served(command: Command, operand: string | undefined): 'compress' | 'messages' | 'retrieve' {
  if (operand !== undefined) throw new UsageError(`--jsonl reads standard input: leave "${operand}" out.`);
  return command as 'compress' | 'messages' | 'retrieve';
}

function readOptions(values: Values): CommandOptions {
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
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--budget must be a number of tokens such as 2000, not "${text}".`);
  return Number(text);
}
