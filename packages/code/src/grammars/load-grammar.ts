import type * as TreeSitter from 'web-tree-sitter';
import { unpackGrammar } from './unpack-grammar.ts';

/** The parser library, loaded with the first grammar. */
type Library = typeof TreeSitter;

let library: Promise<Library> | undefined;
const grammars = new Map<string, Promise<Grammar>>();

/** A grammar and the library that parses with it. */
export interface Grammar {
  readonly library: Library;
  readonly language: TreeSitter.Language;
}

/**
 * Loads a grammar that the package ships, once per process; only languages that are met cost anything.
 *
 * @throws Error that names the grammar where its file is missing or cannot be used: the text then passes unchanged, and an event says why.
 */
export function loadGrammar(name: string): Promise<Grammar> {
  const known = grammars.get(name) ?? read(name);
  grammars.set(name, known);
  return known;
}

async function read(name: string): Promise<Grammar> {
  try {
    library ??= loadLibrary();
    const [bytes, loaded] = await Promise.all([unpackGrammar(name), library]);
    const language = await loaded.Language.load(bytes);
    // The engine has a copy. Megabytes that wait for the garbage collector make it run in the midst of the next load.
    bytes.buffer.transfer(0);
    return { library: loaded, language };
  } catch (error) {
    throw new Error(
      `The grammar of ${name} could not be loaded: keep @headroom/code out of a bundle, reinstall it, or run the build in a checkout.`,
      { cause: error },
    );
  }
}

async function loadLibrary(): Promise<Library> {
  const loaded = await import('web-tree-sitter');
  await loaded.Parser.init();
  return loaded;
}
