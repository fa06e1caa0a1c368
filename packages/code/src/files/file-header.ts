/** What a line says about the files around it. */
export interface FileHeader {
  readonly path: string;
}

const longestHeader = 400;
const tag =
  /^\s*<(?:file|document|source|path|file_contents?|file_content|document_content)\b[^>]*?(?:path|name|file|src|source)=["']([^"'<>]+)["'][^>]*>\s*$/i;
const element = /^\s*<(?:path|source|file_?name)>([^<>]+)<\/(?:path|source|file_?name)>\s*$/i;
const closing = /^\s*<\/(?:file|document|source|file_contents?|document_content)>\s*$/i;
const banner =
  /^\s*(?:={2,}|-{3,}|#{2,}|\*{3,})\s*(?:file(?:name)?\s*:\s*)?([^\s"'`=][^"'`=]{0,200}?)\s*(?:={2,}|-{3,}|#{2,}|\*{3,}|:)?\s*$/i;
const arrows = /^\s*>{2,}\s*(?:file(?:name)?\s*:\s*)?([^\s"'`=<>][^"'`=<>]{0,200}?)\s*<{2,}\s*$/i;
const named = /^(?:#+\s*|\/\/\s*|\/\*+\s*|\*\*)?(?:file|path|file ?name)\s*:\s*`?([^\s`*]+)`?(?:\*\*|\s*\*\/)?\s*$/i;
const fence = /^\s*(?:`{3,}|~{3,})/;
const pathLike = /^(?:[\w.@~+-]+[/\\])*[\w.@~+-]*\w\.[A-Za-z][\w+]{0,7}$|(?:^|[/\\])(?:Rakefile|Gemfile|\.bashrc|\.profile)$/;

/** The header of a file: `==> name <==`, `<file path="name">`, `=== name ===`, `File: name`. */
export function readFileHeader(line: string): FileHeader | undefined {
  if (line.length > longestHeader || line.length < 4) return undefined;
  const path = (
    tag.exec(line) ??
    element.exec(line) ??
    head.exec(line) ??
    banner.exec(line) ??
    arrows.exec(line) ??
    named.exec(line)
  )?.[1]?.trim();
  return path !== undefined && pathLike.test(path) ? { path } : undefined;
}

const head = /^==> (.+) <==\s*$/;

/** Whether a line ends a file and belongs to none: the closing tag of one, or a fence. */
export function endsFile(line: string): boolean {
  return line.length <= longestHeader && closing.test(line);
}

/** The word behind an opening fence, `` where it has none; undefined for other lines. */
export function readFence(line: string): string | undefined {
  return line.length <= longestHeader && fence.test(line) ? (/^\s*(?:`{3,}|~{3,})\s*([\w+#-]*)/.exec(line)?.[1] ?? '') : undefined;
}
