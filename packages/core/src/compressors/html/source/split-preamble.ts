import type { Block } from '../page/page.ts';

/** A text that begins with something else than markup: headers of a response, an address, a line of a tool. */
export interface SplitSource {
  /** The markup at its place in the source, so that positions stay those of the original. */
  readonly html: string;
  /** What stands before it, lines kept; undefined where there is nothing. */
  readonly preamble: Block | undefined;
}

const longestPreamble = 4000;

/** Tells what stands before the first tag of a document from the document. */
export function splitPreamble(text: string): SplitSource {
  const window = text.slice(0, longestPreamble);
  const end = window.search(/<(?:!doctype|html|\?xml)[\s>]/i);
  const said = end <= 0 ? '' : window.slice(0, end).trim();
  if (said === '' || said.includes('<')) return { html: text, preamble: undefined };
  const preamble: Block = { kind: 'paragraph', text: said.replaceAll('\r', ''), level: 0, mark: '', region: 0, start: 0, end, links: [] };
  return { html: ' '.repeat(end) + text.slice(end), preamble };
}
