/** Hashes that stand for masked tokens. Zero stays apart: `0 errors` and `3 errors` say different things. */
export const mask = { number: 1, zero: 2, path: 3, long: 4 } as const;

/** The token of signs alone: rules of any length (`====`) are one. It is no mask, since nothing varies in it. */
export const rule = 9;

/** Tokens beyond these do not tell lines apart. */
export const mostTokens = 48;

const longToken = 40;
const longPath = 8;

/** What a token is made of; bits, so that its characters add up. */
export const part = { letter: 1, digit: 2, slash: 4, sign: 8 } as const;

/** Whether something that varies stood in place of a token. */
export function isMasked(token: number): boolean {
  return token >= mask.number && token <= mask.long;
}

/** The token by which a word is known: itself, or what stands for all numbers, paths or long words. */
export function maskedToken(token: number, length: number, parts: number): number {
  if ((parts & part.digit) !== 0) return (parts & part.slash) !== 0 && length > 3 ? mask.path : mask.number;
  if ((parts & part.slash) !== 0 && length > longPath) return mask.path;
  if (length >= longToken) return mask.long;
  return (parts & part.letter) === 0 ? rule : token;
}
