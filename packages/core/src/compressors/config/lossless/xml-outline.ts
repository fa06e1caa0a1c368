import { charCodes } from '../../../text/char-codes.ts';
import { xmlOutlineHeader } from '../../../text/record-form/index.ts';
import { isSame, lineSort, readXmlLines, type XmlLines } from './xml-lines.ts';

const outlined = /^([A-Za-z_](?:[\w.:-]*[\w.-])?(?: [\w.:-]+="[^"<>]*")*)(?:(: )(.*)|(:)|( ?\/))?$/;
const longestLine = 4000;
/** How a line of text stands in an outline, where names stand without brackets. */
const textSign = '| ';

/** XML that stands on lines of its own as an outline: without closing tags and brackets, where indentation says the same. What does not fit stays as it is. */
export interface XmlOutline {
  /** How long it will be. */
  readonly length: number;
  /** Writes it. {@link readXmlOutline} undoes that; whoever uses it tries it on the very text (I10). */
  write(): string;
}

/**
 * Plans an outline. Linear.
 *
 * @param codes the code units of the text, where they were read before
 */
export function planXmlOutline(text: string, codes: Uint16Array = charCodes(text)): XmlOutline {
  const lines = readXmlLines(codes);
  const dropped = droppedClosings(codes, lines);
  return { length: outlineLength(lines, dropped), write: () => writeLines(text, lines, dropped) };
}

/** What becomes of lines: closing tags that indentation tells go, their opening ones lose their brackets. */
const fate = { stays: 0, goes: 1, opens: 2 } as const;

function outlineLength({ count, sorts, starts, contents, ends, nameEnds, elementEnds }: XmlLines, dropped: Uint8Array): number {
  let length = xmlOutlineHeader.length;
  for (let line = 0; line < count; line += 1) {
    if (dropped[line] === fate.goes) continue;
    length += 1 + ends[line]! - starts[line]!;
    const sort = sorts[line];
    if (dropped[line] === fate.opens || sort === lineSort.alone) length -= 2;
    else if (sort === lineSort.text) length += textSign.length;
    else if (sort === lineSort.withText) {
      const closing = nameEnds[line]! - contents[line]! + 2;
      // `<a>b</a>` becomes `a: b`, and `<a></a>` becomes `a:`.
      length -= closing + (ends[line]! - closing > elementEnds[line]! + 1 ? 0 : 1);
    }
  }
  return length;
}

function writeLines(text: string, { count, sorts, starts, contents, ends, nameEnds, elementEnds }: XmlLines, dropped: Uint8Array): string {
  const out: string[] = [xmlOutlineHeader];
  for (let line = 0; line < count; line += 1) {
    if (dropped[line] === fate.goes) continue;
    const start = starts[line]!;
    const content = contents[line]!;
    const end = ends[line]!;
    const sort = sorts[line];
    const indent = text.slice(start, content);
    if (dropped[line] === fate.opens || sort === lineSort.alone) out.push(indent + text.slice(content + 1, end - 1));
    else if (sort === lineSort.text) out.push(indent + textSign + text.slice(content, end));
    else if (sort === lineSort.withText) {
      const valueStart = elementEnds[line]! + 1;
      const valueEnd = end - (nameEnds[line]! - content + 2);
      const element = indent + text.slice(content + 1, valueStart - 1);
      out.push(valueStart === valueEnd ? `${element}:` : `${element}: ${text.slice(valueStart, valueEnd)}`);
    } else out.push(text.slice(start, end));
  }
  return out.join('\n');
}

/** Finds closing tags that indentation tells, and their opening ones: all between them stands deeper, and nothing is empty. Linear. */
function droppedClosings(codes: Uint16Array, lines: XmlLines): Uint8Array {
  const { count, sorts } = lines;
  const dropped = new Uint8Array(count);
  const open: number[] = [];
  for (let line = 0; line < count; line += 1) {
    const sort = sorts[line];
    const top = open.at(-1);
    if (sort === lineSort.closing && top !== undefined && closesTag(codes, lines, top, line)) {
      open.pop();
      if (line === top + 1) continue;
      dropped[line] = fate.goes;
      dropped[top] = fate.opens;
      continue;
    }
    // Elements that end where this line stands are not told by it, since it stands inside them: they keep their tags.
    while (open.length > 0 && (sort === lineSort.blank || !isInside(codes, lines, open.at(-1)!, line))) open.pop();
    if (sort === lineSort.opening) open.push(line);
  }
  return dropped;
}

/** Whether a closing tag stands right below its opening one and has its name. */
function closesTag(codes: Uint16Array, { starts, contents, nameEnds }: XmlLines, top: number, line: number): boolean {
  const opening = contents[top]!;
  const closing = contents[line]!;
  const indent = closing - starts[line]!;
  const name = nameEnds[line]! - closing - 2;
  return (
    contents[top] === starts[top]! + indent &&
    nameEnds[top] === opening + 1 + name &&
    isSame(codes, { one: starts[top]!, other: starts[line]!, length: indent }) &&
    isSame(codes, { one: opening + 1, other: closing + 2, length: name })
  );
}

/** Whether a line stands deeper than another. */
function isInside(codes: Uint16Array, { starts, contents }: XmlLines, above: number, line: number): boolean {
  const indent = contents[above]! - starts[above]!;
  return contents[line]! - starts[line]! > indent && isSame(codes, { one: starts[above]!, other: starts[line]!, length: indent });
}

interface Line {
  readonly indent: string;
  readonly content: string;
}

function lineOf(line: string): Line {
  const indent = /^[ \t]*/.exec(line)![0];
  return { indent, content: line.slice(indent.length) };
}

const nameOf = (element: string): string => element.split(' ', 1)[0]!;
const isDeeper = (indent: string, above: string): boolean => indent.length > above.length && indent.startsWith(above);

/** Undoes {@link planXmlOutline}. */
export function readXmlOutline(outline: string): string {
  const out: string[] = [];
  const open: { readonly indent: string; readonly name: string }[] = [];
  const closeAbove = (indent: string | undefined): void => {
    while (open.length > 0 && (indent === undefined || !isDeeper(indent, open.at(-1)!.indent))) {
      const { indent: own, name } = open.pop()!;
      out.push(`${own}</${name}>`);
    }
  };
  const lines = outline.split('\n').slice(1);
  lines.forEach((line, at) => {
    const { indent, content } = lineOf(line);
    // A break at the end of the text is no empty line in it.
    closeAbove(content === '' ? undefined : indent);
    if (content === '' || content.startsWith('<') || content.startsWith('|') || content.length > longestLine) {
      out.push(indent + (content.startsWith('| ') ? content.slice(2) : content));
      return;
    }
    const [, element, text, value, empty, slash] = outlined.exec(content) ?? [];
    if (element === undefined) out.push(line);
    else if (text !== undefined || empty !== undefined) out.push(`${indent}<${element}>${value ?? ''}</${nameOf(element)}>`);
    else if (slash !== undefined) out.push(`${indent}<${element}${slash}>`);
    else {
      out.push(`${indent}<${element}>`);
      open.push({ indent, name: nameOf(element) });
    }
    if (at === lines.length - 1) closeAbove(undefined);
  });
  return out.join('\n');
}
