export const commands = ['compress', 'messages', 'detect', 'retrieve', 'stats', 'models', 'doctor'] as const;
export type Command = (typeof commands)[number];

export const proses = ['sentences', 'words'] as const;
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

export type OptionName = keyof typeof optionTable;
