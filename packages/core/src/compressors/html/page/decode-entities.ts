import { Tokenizer } from 'htmlparser2';

/** Decodes the entities of a text or of the value of an attribute, which ends no entity without a semicolon where it may be part of an address. */
export interface EntityDecoder {
  text(text: string): string;
  attribute(value: string): string;
}

/** What may be an entity, with the sign behind it by which that of an attribute is told. */
const entity = /&(?:#[0-9a-z]+|[a-z][0-9a-z]*);?=?/gi;

/** Makes a decoder of one page, which remembers what it met: pages repeat their entities. */
export function createEntityDecoder(): EntityDecoder {
  let decoded = '';
  const take = (codepoint: number): void => {
    decoded += String.fromCodePoint(codepoint);
  };
  let source = '';
  const copy = (start: number, end: number): void => {
    decoded += source.slice(start, end);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: copy,
      ontextentity: take,
      onattribdata: copy,
      onattribentity: take,
      onopentagname: ignore,
      onattribname: ignore,
      onattribend: ignore,
      onopentagend: ignore,
      onselfclosingtag: ignore,
      onclosetag: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  const read = (html: string): string => {
    decoded = '';
    source = html;
    tokenizer.reset();
    tokenizer.write(html);
    tokenizer.end();
    return decoded;
  };
  const inText = remembered(read);
  const inAttributes = remembered((found) => read(`<a b="${found}">`));
  return {
    text: (text) => (text.includes('&') ? text.replace(entity, inText) : text),
    attribute: (value) => (value.includes('&') ? value.replace(entity, inAttributes) : value),
  };
}

function remembered(read: (found: string) => string): (found: string) => string {
  const known = new Map<string, string>();
  return (found) => {
    let text = known.get(found);
    if (text === undefined) known.set(found, (text = read(found)));
    return text;
  };
}

function ignore(): void {}
