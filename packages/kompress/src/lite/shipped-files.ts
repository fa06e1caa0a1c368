import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingModel } from '../scoring/model-errors.ts';

// The sources lie as deep as what is built from them, so that both find the same folder.
const folder = new URL('../../dist/model/', import.meta.url);

/** Where a file of the model lies that this package ships. */
export function shippedFilePath(name: string): string {
  return fileURLToPath(new URL(name, folder));
}

/**
 * Reads a file of the model that this package ships; at once, since only threads that have nothing else to do until then read one.
 *
 * @throws HeadroomError `missing-model` where it is not there.
 */
export async function readShippedFile(name: string): Promise<Uint8Array> {
  try {
    return readFileSync(shippedFilePath(name));
  } catch (error) {
    throw await missingModel(
      `The file ${name} of the shipped model cannot be read: reinstall @headroom/kompress, or run the build in a checkout.`,
      error,
    );
  }
}
