import type * as TreeSitter from 'web-tree-sitter';

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
    const [{ readFile }, { brotliDecompressSync }, loaded] = await Promise.all([import('node:fs/promises'), import('node:zlib'), library]);
    // The sources lie as deep as what is built from them, so that both find the same folder.
    const bytes = brotliDecompressSync(await readFile(new URL(`../../dist/grammars/${name}.wasm.br`, import.meta.url)));
    return { library: loaded, language: await loaded.Language.load(bytes) };
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
