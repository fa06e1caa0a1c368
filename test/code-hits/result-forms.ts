import type { CodeHit } from './find-hits.ts';

/** How a tool gives the results of a search to an agent. */
export interface ResultForm {
  readonly name: string;
  readonly write: (hits: readonly CodeHit[]) => string;
}

const contextLines = 7;
const chunkLines = 18;

export const resultForms: readonly ResultForm[] = [
  { name: `rg -n -C ${contextLines}`, write: ripgrep },
  { name: 'JSON: path, line, content, score', write: (hits) => JSON.stringify(hits.map(scored)) },
  {
    name: 'JSON in an object, with ranges',
    write: (hits) => JSON.stringify({ total: hits.length, results: hits.map(ranged) }, undefined, 2),
  },
  { name: 'blocks of Markdown', write: blocks },
];

/** Rows of neighbouring hits that touch are one stretch, as ripgrep writes them. */
function ripgrep(hits: readonly CodeHit[]): string {
  const out: string[] = [];
  let [path, shown] = ['', 0];
  const matched = new Set(hits.map((hit) => `${hit.path}:${hit.line}`));
  for (const hit of hits) {
    if (hit.path !== path) [path, shown] = [hit.path, 0];
    const first = Math.max(shown + 1, hit.line - contextLines);
    if (out.length > 0 && (shown === 0 || first > shown + 1)) out.push('--');
    for (let line = first; line <= Math.min(hit.lines.length, hit.line + contextLines); line += 1) {
      const sign = matched.has(`${path}:${line}`) ? ':' : '-';
      out.push(`${path}${sign}${line}${sign}${hit.lines[line - 1]}`);
      shown = line;
    }
  }
  return `${out.join('\n')}\n`;
}

function chunk({ lines, line }: CodeHit): readonly string[] {
  return lines.slice(line - 1, line - 1 + chunkLines);
}

const scoreOf = (rank: number): number => Number((0.93 - rank * 0.0041).toFixed(4));

function scored(hit: CodeHit, rank: number): object {
  return { path: hit.path, line: hit.line, content: chunk(hit).join('\n'), score: scoreOf(rank) };
}

/** As an index of functions gives them: the chunk begins with what is said about the function. */
function ranged(hit: CodeHit, rank: number): object {
  const { start, text } = documented(hit);
  return {
    file_path: hit.path,
    start_line: start,
    end_line: start + text.length - 1,
    language: 'typescript',
    score: scoreOf(rank),
    snippet: text.join('\n'),
  };
}

function documented(hit: CodeHit): { readonly start: number; readonly text: readonly string[] } {
  let start = hit.line;
  while (start > 1 && hit.line - start < 6 && /^\s*(?:\/\/|\/?\*|@)/.test(hit.lines[start - 2]!)) start -= 1;
  return { start, text: [...hit.lines.slice(start - 1, hit.line - 1), ...chunk(hit)] };
}

function blocks(hits: readonly CodeHit[]): string {
  return hits
    .map((hit, rank) => {
      const { start, text } = documented(hit);
      return `### ${rank + 1}. ${hit.path}:${start}-${start + text.length - 1} (score ${scoreOf(rank)})\n\`\`\`ts\n${text.join('\n')}\n\`\`\`\n`;
    })
    .join('\n');
}
