import { compiledLanguages } from './compiled-languages.ts';
import type { Language } from './language.ts';
import { scriptLanguages } from './script-languages.ts';

const languages: readonly Language[] = [...scriptLanguages, ...compiledLanguages];
const byExtension = new Map(languages.flatMap((known) => known.extensions.map((extension) => [extension, known] as const)));
const byFileName = new Map(languages.flatMap((known) => (known.fileNames ?? []).map((name) => [name, known] as const)));
const byWord = new Map(languages.flatMap((known) => [known.name, ...(known.aliases ?? [])].map((word) => [word, known] as const)));

/** Every language that can be cut. */
export function allLanguages(): readonly Language[] {
  return languages;
}

/** The language of a file, told by its name. */
export function languageOfPath(path: string): Language | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return byFileName.get(name) ?? (dot < 0 ? undefined : byExtension.get(name.slice(dot + 1).toLowerCase()));
}

/** The language that the word behind a fence or in a shebang names. */
export function languageOfWord(word: string): Language | undefined {
  const plain = word.toLowerCase();
  return byWord.get(plain) ?? byExtension.get(plain);
}

/**
 * The language of the first path among the values of a tool call's input; a path is a word with a known ending, so that a shell command names its file too.
 *
 * @example languageOfInput({ command: 'sed -n 1,80p src/a.py' })?.name // 'python'
 */
export function languageOfInput(input: unknown): Language | undefined {
  for (const text of stringsIn(input, 0)) {
    for (const word of text.slice(0, 4096).split(/[\s'"`,;:=()|<>]+/)) {
      const known = /\.\w|file$/i.test(word) ? languageOfPath(word) : undefined;
      if (known !== undefined) return known;
    }
  }
  return undefined;
}

function stringsIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  return Object.values(value).flatMap((inner) => stringsIn(inner, depth + 1));
}
