import type { Compressor } from '../types/compressor.ts';

const loaded = new Map<string, Promise<Compressor>>();

/** A module that makes a compressor could not be loaded, or makes none. */
export class ModuleNotUsable extends Error {
  constructor(url: string, cause: unknown) {
    super(`The module ${url} gives no compressor: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'ModuleNotUsable';
  }
}

/** Loads the compressors that modules make, each once. */
export function loadCompressors(modules: readonly string[]): Promise<readonly Compressor[]> {
  return Promise.all(
    modules.map((url) => {
      const known = loaded.get(url) ?? load(url);
      loaded.set(url, known);
      return known;
    }),
  );
}

async function load(url: string): Promise<Compressor> {
  try {
    const { default: make } = (await import(url)) as { default: () => Compressor };
    return make();
  } catch (error) {
    throw new ModuleNotUsable(url, error);
  }
}
