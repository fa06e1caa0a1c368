import { encode } from '@toon-format/toon';

/** The text in TOON, by its own package; undefined where it is not JSON. */
export function toon(text: string): string | undefined {
  try {
    return encode(JSON.parse(text));
  } catch {
    return undefined;
  }
}
