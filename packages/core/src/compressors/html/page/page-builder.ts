import type { Attributes } from './attributes.ts';
import { elementType, type ElementType } from './element-types.ts';
import { describeField, describeForm } from './form-fields.ts';
import { createOpenElements } from './open-elements.ts';
import type { Block, BlockKind, Page, Region } from './page.ts';
import { createFactReader } from './read-facts.ts';
import { createNatureReader } from './region-nature.ts';
import { createTableReader, type TableCursor } from './table-reader.ts';
import { createTextBuffer } from './text-buffer.ts';

/** Receives the tokens of a page in their order and makes blocks of them. */
export interface PageBuilder {
  openTag(name: string, attributes: Attributes, start: number): void;
  closeTag(name: string, start: number): void;
  text(text: string, start: number, end: number): void;
  finish(): Page;
}

/** What was true outside an element, to be true again behind it. */
interface Outside {
  readonly region: number;
  readonly kind: BlockKind;
  readonly level: number;
  readonly mark: Mark;
  readonly row: TableCursor | undefined;
  readonly list: ListState | undefined;
}

/** What stands before an item; only the first block of the item carries it, the others are indented as far. */
interface Mark {
  text: string;
}

interface ListState {
  readonly depth: number;
  /** The number of the next item; 0 where items have none. */
  next: number;
}

interface FieldState {
  readonly attributes: Attributes;
  readonly options: string[];
}

/** Makes a builder. One pass, memory in proportion to the text that is shown. */
export function createPageBuilder(): PageBuilder {
  const blocks: Block[] = [];
  const regions: Region[] = [{ parent: -1, name: 'page', nature: 'plain' }];
  const tables = createTableReader();
  const natures = createNatureReader();
  const facts = createFactReader();
  let tags = 0;
  let scripts = 0;
  let hiddenDepth = 0;
  let preformattedDepth = 0;
  let codeDepth = 0;
  let region = 0;
  let kind: BlockKind = 'paragraph';
  let level = 0;
  let mark: Mark = { text: '' };
  let list: ListState | undefined;
  let form: string | undefined;
  let field: FieldState | undefined;
  let capture: ((text: string) => void) | undefined;
  let captured = '';
  const buffer = createTextBuffer(() => preformattedDepth > 0);

  const push = (block: Omit<Block, 'region' | 'level' | 'mark' | 'links'> & Partial<Block>): void => {
    const place = tables.place();
    blocks.push({ region, level, mark: mark.text, links: [], ...(place === undefined ? {} : { place }), ...block });
  };
  const flush = (): void => {
    const finished = buffer.finish();
    if (finished === undefined) return;
    push({ kind, ...finished });
    if (kind === 'item') mark.text = ' '.repeat(mark.text.length);
  };
  const addField = (text: string, at: number): void => {
    flush();
    if (text === '') return;
    if (form !== undefined) push({ kind: 'field', text: form, mark: '', start: at, end: at });
    form = undefined;
    push({ kind: 'field', text, mark: '', start: at, end: at });
  };
  const elements = createOpenElements<Outside>((type, outside) => {
    if (type.display === 'hidden') hiddenDepth -= 1;
    if (hiddenDepth > 0) return;
    if (type.display === 'inline') closeInline(type);
    else {
      if (capture === undefined) closeBlock(type);
      else endCapture(type);
      ({ region, kind, level, mark, row: tables.cursor, list } = outside);
    }
  });
  const closeInline = ({ name }: ElementType): void => {
    if (name === 'a') buffer.closeLink();
    if (name === 'code' && preformattedDepth === 0) {
      codeDepth -= 1;
      if (codeDepth === 0) buffer.add('`', at, at);
    }
  };
  let at = 0;
  const closeBlock = ({ name }: ElementType): void => {
    if (name === 'select') {
      if (field !== undefined) addField(describeField('select', field.attributes, field.options), at);
      field = undefined;
      return;
    }
    flush();
    if (name === 'pre' || name === 'listing' || name === 'xmp') preformattedDepth -= 1;
    if (name === 'tr') tables.endRow();
    if (name === 'form') form = undefined;
  };
  const endCapture = ({ name }: ElementType): void => {
    if (name !== 'title' && name !== 'option' && name !== 'textarea' && name !== 'button') return;
    const text = captured.replace(/\s+/g, ' ').trim();
    const done = capture;
    capture = undefined;
    captured = '';
    done?.(text);
  };
  const captureText = (done: (text: string) => void): void => {
    flush();
    capture = done;
    captured = '';
  };
  const beginBlock = (type: ElementType, attributes: Attributes): void => {
    if (type.name !== 'label' && type.name !== 'option') flush();
    if (type.isRegion) {
      regions.push({ parent: region, name: type.name, nature: natures.read(type.name, attributes) });
      region = regions.length - 1;
    }
    openBlock(type.name, attributes);
  };
  const openBlock = (name: string, attributes: Attributes): void => {
    switch (name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        [kind, level, mark] = ['heading', Number(name[1]), { text: '' }];
        break;
      case 'p':
        if (kind === 'heading' || kind === 'caption') kind = 'paragraph';
        break;
      case 'blockquote':
        [kind, level, mark] = ['quote', 0, { text: '' }];
        break;
      case 'pre':
      case 'listing':
      case 'xmp':
        preformattedDepth += 1;
        [kind, mark] = ['code', { text: languageOf(attributes.class ?? '') }];
        break;
      case 'ul':
      case 'ol':
      case 'menu':
        list = { depth: list === undefined ? 0 : list.depth + 1, next: name === 'ol' ? 1 : 0 };
        break;
      case 'li':
        [kind, level] = ['item', list?.depth ?? 0];
        mark = { text: list === undefined || list.next === 0 ? '- ' : `${list.next}. ` };
        if (list !== undefined && list.next > 0) list.next += 1;
        break;
      case 'dt':
        [kind, mark] = ['term', { text: '' }];
        break;
      case 'dd':
        [kind, mark] = ['detail', { text: '' }];
        break;
      case 'caption':
        tables.openCaption();
        [kind, mark] = ['caption', { text: '' }];
        break;
      case 'figcaption':
      case 'legend':
      case 'summary':
        [kind, mark] = ['caption', { text: '' }];
        break;
      case 'table':
      case 'tr':
      case 'td':
      case 'th':
        if (name === 'table') tables.openTable(attributes);
        else if (!tables.openPart(name)) break;
        if (name !== 'tr') [kind, level, mark, list] = ['paragraph', 0, { text: '' }, undefined];
        break;
      case 'form':
        form = describeForm(attributes);
        break;
      case 'title':
        if (facts.wantsTitle) captureText((text) => facts.title(text, at));
        break;
      case 'select':
        field = { attributes, options: [] };
        break;
      case 'option':
        if (field !== undefined)
          captureText((text) => field?.options.push(attributes.selected === undefined ? text : `${text} (selected)`));
        break;
      case 'textarea':
      case 'button':
        captureText((text) => addField(describeField(name, attributes, text === '' ? [] : [text]), at));
        break;
      default:
    }
  };
  const openInline = ({ name }: ElementType, attributes: Attributes): void => {
    if (name === 'a') {
      if (attributes.href !== undefined) buffer.openLink(attributes.href.trim());
    } else if (name === 'code' && preformattedDepth === 0) {
      codeDepth += 1;
      if (codeDepth === 1) buffer.add('`', at, at);
    } else if (name === 'code' && kind === 'code' && mark.text === '') mark = { text: languageOf(attributes.class ?? '') };
    else if (name === 'time') facts.time(attributes, at);
    if (attributes.itemprop !== undefined && attributes.content !== undefined) facts.property(attributes.itemprop, attributes.content, at);
  };
  const openVoid = ({ name }: ElementType, attributes: Attributes): void => {
    if (name === 'br') buffer.breakLine();
    else if (name === 'hr') flush();
    else if (name === 'meta') facts.meta(attributes, at);
    else if (name === 'link') facts.link(attributes, at);
    else if (name === 'input' && attributes.type?.toLowerCase() !== 'hidden') addField(describeField('input', attributes, []), at);
    else if (name === 'img' && (attributes.alt ?? '').trim() !== '') {
      const text = attributes.alt!.replace(/\s+/g, ' ').trim();
      blocks.push({ kind: 'image', text, level, mark: attributes.src ?? '', region, start: at, end: at, links: [] });
    }
  };
  return {
    openTag(name, attributes, start) {
      at = start;
      tags += 1;
      const type = elementType(name);
      if (type.name === 'script') scripts += 1;
      elements.closeImplied(type);
      if (type.display === 'void') {
        if (hiddenDepth === 0) openVoid(type, attributes);
        return;
      }
      if (elements.isFull && type.name !== 'script' && type.name !== 'style') {
        if (type.display === 'block' && hiddenDepth === 0) flush();
        elements.pass(type);
        return;
      }
      const outside: Outside = { region, kind, level, mark, row: tables.cursor, list };
      if (type.display === 'hidden') hiddenDepth += 1;
      else if (hiddenDepth === 0) {
        if (type.display === 'inline') openInline(type, attributes);
        else beginBlock(type, attributes);
      }
      elements.open(type, outside);
      if (type.name === 'script' && /ld\+json/i.test(attributes.type ?? '')) facts.beginStructured(start);
    },
    closeTag(name, start) {
      at = start;
      tags += 1;
      const type = elementType(name);
      if (type.name === 'script') facts.endStructured();
      if (type.name === 'p' || type.name === 'br') buffer.breakLine();
      elements.close(type);
    },
    text(text, start, end) {
      if (hiddenDepth > 0) facts.structured(text);
      else if (capture !== undefined) captured += text;
      else buffer.add(text, start, end);
    },
    finish() {
      elements.closeAll();
      flush();
      return { blocks, regions, tables: tables.tables, facts: facts.finish(), tags, scripts };
    },
  };
}

function languageOf(classes: string): string {
  return /(?:lang(?:uage)?|source|brush:?)[-\s]([\w+#]{1,20})/.exec(classes.slice(0, 200))?.[1] ?? '';
}
