/** What must be known of a programming language to cut its bodies: names of nodes in its grammar, and how a comment is written. */
export interface Language {
  readonly name: string;
  /** The grammar's file among those shipped, without its ending. */
  readonly grammar: string;
  /** Endings of file names, without the dot. */
  readonly extensions: readonly string[];
  /** Names of files that have no such ending. */
  readonly fileNames?: readonly string[];
  /** Further words behind a fence, and interpreters of a shebang. */
  readonly aliases?: readonly string[];
  /** What begins a comment that runs to the end of the line. */
  readonly lineComment: string;
  /** Nodes whose body may be cut. */
  readonly functions: ReadonlySet<string>;
  /** Declarations of types: classes, interfaces, records, enums. */
  readonly types: ReadonlySet<string>;
  /** Nodes whose children are statements or cases. */
  readonly blocks: ReadonlySet<string>;
  /** Nodes between a block and its statements. */
  readonly wrappers: ReadonlySet<string>;
  readonly comments: ReadonlySet<string>;
  /** Strings that may run over many lines. */
  readonly strings: ReadonlySet<string>;
  /** Lists and tables of values. */
  readonly literals: ReadonlySet<string>;
}

/** The same with plain lists, as the tables of languages write it. */
interface LanguageTable extends Omit<Language, 'functions' | 'types' | 'blocks' | 'wrappers' | 'comments' | 'strings' | 'literals'> {
  readonly functions: readonly string[];
  readonly types?: readonly string[];
  readonly blocks: readonly string[];
  readonly wrappers?: readonly string[];
  readonly comments?: readonly string[];
  readonly strings?: readonly string[];
  readonly literals?: readonly string[];
}

/** Makes a language from its table. */
export function language(table: LanguageTable): Language {
  return {
    ...table,
    functions: new Set(table.functions),
    types: new Set(table.types ?? []),
    blocks: new Set(table.blocks),
    wrappers: new Set(table.wrappers ?? []),
    comments: new Set(table.comments ?? ['comment']),
    strings: new Set(table.strings ?? []),
    literals: new Set(table.literals ?? []),
  };
}
