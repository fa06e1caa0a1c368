import { xmlOutlineHeader } from '../../../text/record-form/index.ts';

/** A name does not end with the colon that an outline puts behind it. */
const withText = /^<([A-Za-z_](?:[\w.:-]*[\w.-])?(?: [\w.:-]+="[^"<>]*")*)>([^<>]*)<\/([A-Za-z_](?:[\w.:-]*[\w.-])?)>$/;
const alone = /^<([A-Za-z_](?:[\w.:-]*[\w.-])?(?: [\w.:-]+="[^"<>]*")* ?\/)>$/;
const opening = /^<([A-Za-z_](?:[\w.:-]*[\w.-])?)((?: [\w.:-]+="[^"<>]*")*)>$/;
const closing = /^<\/([A-Za-z_](?:[\w.:-]*[\w.-])?)>$/;
const outlined = /^([A-Za-z_](?:[\w.:-]*[\w.-])?(?: [\w.:-]+="[^"<>]*")*)(?:(: )(.*)|(:)|( ?\/))?$/;
const longestLine = 4000;

interface Line {
  readonly indent: string;
  readonly content: string;
}

/**
 * Writes XML that stands on lines of its own as an outline: without closing tags and brackets, where indentation says the same. What does not fit stays as it is.
 *
 * {@link readXmlOutline} undoes it; whoever uses it tries that on the very text (I10).
 */
export function writeXmlOutline(text: string): string {
  const lines = text.split('\n').map(lineOf);
  const dropped = droppedClosings(lines);
  const out: string[] = [xmlOutlineHeader];
  lines.forEach(({ indent, content }, at) => {
    if (dropped[at] === 1) return;
    out.push(indent + (dropped[at] === 2 ? content.slice(1, -1) : spelled(content)));
  });
  return out.join('\n');
}

function lineOf(line: string): Line {
  const indent = /^[ \t]*/.exec(line)![0];
  return { indent, content: line.slice(indent.length) };
}

function spelled(content: string): string {
  if (content === '') return content;
  if (!content.startsWith('<')) return `| ${content}`;
  if (content.length > longestLine) return content;
  const [, element, value, name] = withText.exec(content) ?? [];
  if (element !== undefined && nameOf(element) === name) return value === '' ? `${element}:` : `${element}: ${value}`;
  return alone.exec(content)?.[1] ?? content;
}

const nameOf = (element: string): string => element.split(' ', 1)[0]!;

/** 1 for closing tags that indentation tells, 2 for their opening ones: all between them stands deeper, and nothing is empty. Linear. */
function droppedClosings(lines: readonly Line[]): Uint8Array {
  const dropped = new Uint8Array(lines.length);
  const open: { readonly at: number; readonly name: string }[] = [];
  lines.forEach(({ indent, content }, at) => {
    const closed = closing.exec(content)?.[1];
    const top = open.at(-1);
    if (closed !== undefined && top !== undefined && top.name === closed && lines[top.at]!.indent === indent) {
      open.pop();
      if (at === top.at + 1) return;
      dropped[at] = 1;
      dropped[top.at] = 2;
      return;
    }
    // Elements that end where this line stands are not told by it, since it stands inside them: they keep their tags.
    while (open.length > 0 && (content === '' || !isDeeper(indent, lines[open.at(-1)!.at]!.indent))) open.pop();
    if (content.length > longestLine) return;
    const name = opening.exec(content)?.[1];
    if (name !== undefined) open.push({ at, name });
  });
  return dropped;
}

const isDeeper = (indent: string, above: string): boolean => indent.length > above.length && indent.startsWith(above);

/** Undoes {@link writeXmlOutline}. */
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
