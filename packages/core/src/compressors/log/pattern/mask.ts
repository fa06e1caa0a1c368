/** Hashes that stand for masked tokens. Zero stays apart: `0 errors` and `3 errors` say different things. */
export const mask = { number: 1, zero: 2, path: 3, long: 4 } as const;

/** The token of signs alone: rules of any length (`====`) are one. It is no mask, since nothing varies in it. */
const rule = 9;

/** Tokens beyond these do not tell lines apart. */
export const mostTokens = 48;

const longToken = 40;
const longPath = 8;

/** Whether something that varies stood in place of a token. */
export function isMasked(token: number): boolean {
  return token >= mask.number && token <= mask.long;
}

/** The token by which a word is known: itself, or what stands for all numbers, paths or long words. */
export function maskedToken(token: number, seen: { length: number; letters: number; digits: number; slashes: number }): number {
  if (seen.digits > 0) return seen.slashes > 0 && seen.length > 3 ? mask.path : mask.number;
  if (seen.slashes > 0 && seen.length > longPath) return mask.path;
  if (seen.length >= longToken) return mask.long;
  return seen.letters === 0 ? rule : token;
}
