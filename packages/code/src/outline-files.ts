import { syntaxErrors, withTree } from './grammars/parse-source.ts';
import { loadGrammar } from './grammars/load-grammar.ts';
import type { SourceFile } from './files/split-files.ts';
import { guessLanguages } from './languages/guess-language.ts';
import type { Language } from './languages/language.ts';
import { outlineSource } from './outline/outline-source.ts';
import type { OutlinedFile } from './selection/payload-units.ts';

/** More errors per line than this: the text is not what it was taken for. */
const mostErrorsPerLine = 0.04;
const errorsAllowed = 3;

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
  const candidates = file.language === undefined ? guessLanguages(file.lines.text) : [file.language];
  let best: OutlinedFile | undefined;
  for (const language of candidates) {
    const outlined = await outlineAs(file, language);
    if (outlined !== undefined && (best === undefined || outlined.errors < best.errors)) best = outlined;
    if (best?.errors === 0) break;
  }
  if (best === undefined) return undefined;
  return best.errors > errorsAllowed + file.lines.count * mostErrorsPerLine ? undefined : best;
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
