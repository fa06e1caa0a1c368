/** So much is never taken from the memory that Node's small buffers share. */
const ownMemory = 65_536;

/**
 * Reads the WebAssembly of a grammar from the files that the package ships, into memory of its own.
 *
 * @throws Error where its file is missing or damaged
 */
export async function unpackGrammar(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const [{ readFile }, { gunzipSync }] = await Promise.all([import('node:fs/promises'), import('node:zlib')]);
  // The sources lie as deep as what is built from them, so that both find the same folder.
  const packed = await readFile(new URL(`../../dist/grammars/${name}.wasm.gz`, import.meta.url));
  // Gzip ends with the length of what it holds. With room for a byte more it is unpacked in one piece, not in hundreds that are then joined: fresh memory is what costs most.
  const length = packed.readUInt32LE(packed.length - 4);
  return gunzipSync(packed, { chunkSize: Math.max(length + 1, ownMemory) });
}
