const shortestOpaque = 16;

const hexadecimal = /^(?:0x)?[0-9a-f]{16,}$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const link = /^(?:https?|wss?|ftp|git|ssh|git\+https?|git\+ssh):\/\/\S+$/;
const digest = /^(?:sha\d{1,3}|md5)[-:][A-Za-z0-9+/=]+$/;
const dataLink = /^data:[\w.+-]+\/[\w.+-]+[;,]/;
const encoded = /^[A-Za-z0-9+/_=-]{24,}$/;

/** Whether a text tells a reader nothing by itself: a hash, a signature, an encoded blob, a UUID, a link, an armoured signature. */
export function isOpaque(text: string): boolean {
  if (text.length < shortestOpaque || text.length > 4096) return text.length > 4096 && isBlob(text);
  const first = text.charCodeAt(0);
  if (first === 45 && text.startsWith(armor)) return true;
  if (text.includes(' ') && first !== 100) return false;
  return hexadecimal.test(text) || link.test(text) || uuid.test(text) || digest.test(text) || dataLink.test(text) || isEncoded(text);
}

/** Letters of both cases and digits mixed without words: base64 and its like, not a path or a long identifier. */
function isEncoded(text: string): boolean {
  if (!encoded.test(text)) return false;
  let turns = 0;
  let digits = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const sort = sortOf(text.charCodeAt(at));
    if (sort === 2) digits++;
    if (sort !== before) turns++;
    before = sort;
  }
  return digits > 0 && turns >= text.length * 0.3;
}

function sortOf(code: number): number {
  if (code >= 48 && code <= 57) return 2;
  if (code >= 97 && code <= 122) return 1;
  return code >= 65 && code <= 90 ? 3 : 4;
}

const armor = '-----BEGIN ';
const shortestBlob = 512;
const looked = 256;
const blobLetters = /^(?:data:[\w.+-]+\/[\w.+-]+;base64,)?[A-Za-z0-9+/_=\r\n-]+$/;

/** Whether a text is binary data spelled in letters: long, without words, the same at its beginning, middle and end. Looks at samples only. */
export function isBlob(text: string): boolean {
  if (text.length < shortestBlob) return false;
  if (text.startsWith(armor)) return true;
  const middle = text.length >> 1;
  const samples = [text.slice(0, looked), text.slice(middle, middle + looked), text.slice(-looked)];
  return samples.every((sample) => blobLetters.test(sample) && varied(sample));
}

/** Binary data uses most of its alphabet; a run of one letter or a path does not. */
function varied(sample: string): boolean {
  const letters = new Set(sample).size;
  return letters >= 16 || (letters >= 10 && /^[0-9a-f\s]+$/i.test(sample));
}
