import type { Fact } from '../page/page.ts';

/** The page in a web archive (MHTML) or a mail. */
export interface WebArchive {
  readonly html: string;
  readonly facts: readonly Fact[];
}

/** Headers stand at the beginning; the page itself is one of the first parts. */
const longestHeader = 16_000;
const mostParts = 50;

/**
 * Finds and decodes the page in a text that is a MIME message with an HTML part, as browsers save pages; undefined where it is none.
 *
 * @see RFC 2557 (MHTML), RFC 2045 section 6 (transfer encodings)
 */
export function readWebArchive(text: string): WebArchive | undefined {
  const head = text.slice(0, longestHeader);
  if (!/^(?:[A-Za-z][\w-]{0,60}:[^\n]{0,2000}\r?\n|[ \t][^\n]{0,2000}\r?\n){2,60}?\r?\n/.test(head)) return undefined;
  const headers = readHeaders(text, 0);
  const type = headers.fields.get('content-type') ?? '';
  const page = /^multipart\//i.test(type)
    ? htmlPart(text, boundaryOf(type), headers.end)
    : /^text\/html/i.test(type)
      ? { headers, end: text.length }
      : undefined;
  if (page === undefined || (!headers.fields.has('mime-version') && page.headers.fields.get('content-transfer-encoding') === undefined))
    return undefined;
  const body = text.slice(page.headers.end, page.end);
  return { html: decode(body, page.headers.fields.get('content-transfer-encoding') ?? ''), facts: factsOf(headers.fields) };
}

interface Headers {
  readonly fields: ReadonlyMap<string, string>;
  /** Where the body begins. */
  readonly end: number;
}

function readHeaders(text: string, start: number): Headers {
  const fields = new Map<string, string>();
  let name = '';
  let at = start;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, Math.min(end, at + 4000)).trimEnd();
    at = end + 1;
    if (line === '') break;
    if (/^[ \t]/.test(line)) fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`.trim());
    else {
      const colon = line.indexOf(':');
      if (colon < 0) break;
      name = line.slice(0, colon).toLowerCase();
      fields.set(name, line.slice(colon + 1).trim());
    }
  }
  return { fields, end: Math.min(at, text.length) };
}

function boundaryOf(type: string): string {
  const [, quoted, plain] = /boundary="([^"]{1,200})"|boundary=([^\s;]{1,200})/i.exec(type) ?? [];
  return quoted ?? plain ?? '';
}

function htmlPart(text: string, boundary: string, from: number): { headers: Headers; end: number } | undefined {
  if (boundary === '') return undefined;
  const mark = `--${boundary}`;
  let at = text.indexOf(mark, from);
  for (let part = 0; at >= 0 && part < mostParts; part += 1) {
    const start = text.indexOf('\n', at) + 1;
    if (start === 0) return undefined;
    const headers = readHeaders(text, start);
    const next = text.indexOf(mark, headers.end);
    if (/^text\/html/i.test(headers.fields.get('content-type') ?? '')) return { headers, end: next < 0 ? text.length : next };
    at = next;
  }
  return undefined;
}

function factsOf(fields: ReadonlyMap<string, string>): readonly Fact[] {
  const named: readonly (readonly [string, string])[] = [
    ['subject', 'subject'],
    ['snapshot-content-location', 'saved from'],
    ['date', 'saved on'],
  ];
  return named.flatMap(([field, label]) => {
    const value = fields.get(field);
    return value === undefined || value.startsWith('=?') ? [] : [{ label, value, start: 0 }];
  });
}

function decode(body: string, encoding: string): string {
  switch (encoding.trim().toLowerCase()) {
    case 'quoted-printable':
      return fromQuotedPrintable(body);
    case 'base64':
      return fromBase64(body);
    default:
      return body;
  }
}

/** Runs of escaped bytes are UTF-8; all else stands for itself. */
function fromQuotedPrintable(body: string): string {
  const decoder = new TextDecoder();
  return body.replace(/=[ \t]{0,8}\r?\n/g, '').replace(/(?:=[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes = new Uint8Array(run.length / 3);
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = Number.parseInt(run.slice(index * 3 + 1, index * 3 + 3), 16);
    return decoder.decode(bytes);
  });
}

function fromBase64(body: string): string {
  try {
    const binary = atob(body.replace(/[^A-Za-z0-9+/=]/g, ''));
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
    return new TextDecoder().decode(bytes);
  } catch {
    return body;
  }
}
