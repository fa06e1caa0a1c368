/** Code units of a segment: small enough that one changed line leaves most of a text known, large enough that looking segments up costs nothing. */
const segmentLength = 4096;

/** Whether no piece of either encoding can reach over a position, so that the tokens on both sides of it add up. */
function isAdditive(before: number, after: number): boolean {
  if (after <= 0x20 || after > 0x7e) return (after === 0x20 || after === 0x0a) && isAlphanumeric(before);
  // A line break ends its piece unless another break, white space or (o200k_base) a slash follows.
  if (before === 0x0a) return after !== 0x2f;
  // Letters and numbers end before a sign or space; only an apostrophe may carry on, as a contraction.
  return isAlphanumeric(before) && !isAlphanumeric(after) && after !== 0x27;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/**
 * Where the segment that begins at `start` ends: at the first position, a segment's length on, where tokens add up; the end of the text where there is none.
 */
export function segmentEnd(text: string, start: number): number {
  let position = start + segmentLength;
  if (position >= text.length) return text.length;
  let before = text.charCodeAt(position - 1);
  for (; position < text.length; position += 1) {
    const after = text.charCodeAt(position);
    if (isAdditive(before, after)) return position;
    before = after;
  }
  return text.length;
}
