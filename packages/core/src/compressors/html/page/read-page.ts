import { Tokenizer } from 'htmlparser2';
import { attributeName, type AttributeName, type Attributes } from './attributes.ts';
import type { Page } from './page.ts';
import { createPageBuilder } from './page-builder.ts';

const noAttributes: Attributes = {};
/** What of an attribute is read. */
const longestAttribute = 4000;

/**
 * Reads HTML of any quality into blocks, in one pass.
 *
 * The tokenizer is htmlparser2's; its tree building is not used, since it searches the whole stack of open elements at each tag (100,000 unclosed elements take seconds).
 */
export function readPage(source: string): Page {
  const builder = createPageBuilder();
  let tagName = '';
  let tagStart = 0;
  let attributes: { -readonly [Name in AttributeName]?: string } | undefined;
  let attribute: AttributeName | undefined;
  let value = '';

  const endTag = (): void => {
    builder.openTag(tagName, attributes ?? noAttributes, tagStart);
    attributes = undefined;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => builder.text(source.slice(start, end), start, end),
      ontextentity: (codepoint, end) => builder.text(spell(codepoint), end - 1, end),
      onopentagname(start, end) {
        tagStart = start - 1;
        tagName = source.slice(start, end);
      },
      onattribname(start, end) {
        attribute = attributeName(source.slice(start, end));
        value = '';
      },
      onattribdata(start, end) {
        if (attribute !== undefined && value.length < longestAttribute)
          value += source.slice(start, Math.min(end, start + longestAttribute));
      },
      onattribentity(codepoint) {
        if (attribute !== undefined && value.length < longestAttribute) value += spell(codepoint);
      },
      onattribend() {
        if (attribute === undefined) return;
        attributes ??= {};
        attributes[attribute] ??= value;
        attribute = undefined;
      },
      onopentagend: endTag,
      onselfclosingtag() {
        const name = tagName;
        endTag();
        if (mayCloseItself.has(name)) builder.closeTag(name, tagStart);
      },
      onclosetag: (start, end) => builder.closeTag(source.slice(start, end), start - 2),
      oncdata: (start, end) => builder.text(source.slice(start, end), start, end),
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return builder.finish();
}

/** Elements of foreign content; in HTML a slash closes no other. */
const mayCloseItself = new Set(['svg', 'math', 'path', 'use', 'g']);

function ignore(): void {}

function spell(codepoint: number): string {
  return String.fromCodePoint(codepoint);
}
