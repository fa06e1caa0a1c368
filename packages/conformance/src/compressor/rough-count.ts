/** Counts words and single signs: no tokenizer counts like this, which is the point. Linear. */
export function countRoughly(text: string): number {
  let count = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isWord = (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0x7f;
    if (isWord ? !inWord : code !== 0x20) count += 1;
    inWord = isWord;
  }
  return count;
}
