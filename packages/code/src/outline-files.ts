import { syntaxErrors, withTree } from './grammars/parse-source.ts';
import { loadGrammar } from './grammars/load-grammar.ts';
import type { SourceFile } from './files/split-files.ts';
import { guessLanguages } from './languages/guess-language.ts';
import { languageOfWord } from './languages/find-language.ts';
import type { Language } from './languages/language.ts';
import { outlineSource } from './outline/outline-source.ts';
import type { OutlinedFile } from './selection/payload-outline.ts';

/** More errors per line than this: the text is not what it was taken for. Where a name said what it is, macros and newer syntax are likelier causes. */
const mostErrorsPerLine = { guessed: 0.04, named: 0.15 };
const errorsAllowed = 3;

/**
 * Takes a text for one file where it makes better sense so: lines that look like headers stand in strings and comments too.
 *
 * @param whole the text as one file, of the language that the call named
 */
export async function outlinePayload(
  files: readonly SourceFile[],
  whole: SourceFile | undefined,
  maximumLength: number,
): Promise<readonly OutlinedFile[]> {
  const parts = await outlineFiles(files, maximumLength);
  if (whole === undefined || files.length < 2) return parts;
  const [one] = await outlineFiles([whole], maximumLength);
  const errors = parts.reduce((sum, part) => sum + part.errors, 0);
  return one !== undefined && (one.errors < errors || (one.errors === 0 && parts.length < files.length)) ? [one] : parts;
}

/** Outlines the files whose language is known or can be guessed; the others are left out of the answer and so stay whole. */
export async function outlineFiles(files: readonly SourceFile[], maximumLength: number): Promise<readonly OutlinedFile[]> {
  const outlined: OutlinedFile[] = [];
  for (const file of files) {
    const found = file.lines.text.length > maximumLength ? undefined : await outlineFile(file);
    if (found !== undefined) outlined.push(found);
  }
  return outlined;
}

async function outlineFile(file: SourceFile): Promise<OutlinedFile | undefined> {
  const candidates = file.language === undefined ? guessLanguages(file.lines.text) : [file.language, ...languagesAfter(file.language)];
  let best: OutlinedFile | undefined;
  for (const language of candidates) {
    const outlined = await outlineAs(file, language);
    if (outlined !== undefined && (best === undefined || outlined.errors < best.errors)) best = outlined;
    if (best?.errors === 0) break;
  }
  if (best === undefined) return undefined;
  const perLine = mostErrorsPerLine[file.language === undefined ? 'guessed' : 'named'];
  return best.errors > errorsAllowed + file.lines.count * perLine ? undefined : best;
}

/** Headers have the same ending in both languages. */
function languagesAfter({ name }: Language): readonly Language[] {
  const next = name === 'c' ? languageOfWord('cpp') : undefined;
  return next === undefined ? [] : [next];
}

async function outlineAs(file: SourceFile, language: Language): Promise<OutlinedFile | undefined> {
  const grammar = await loadGrammar(language.grammar);
  return withTree(grammar, file.lines.text, (tree) => ({
    file,
    language,
    errors: syntaxErrors(tree).count,
    outline: outlineSource(tree, file.lines, language),
  }));
}
