import type { CompressContext, Payload } from '@headroom/core';

/** A rough count of tokens: tests need one that is always the same, not one that is right. */
export const countRoughly = (text: string): number => Math.ceil(text.length / 4);

/** The context in which a text may keep a share of its tokens. */
export function contextFor(text: string, share = 0.1): CompressContext {
  const tokensBefore = countRoughly(text);
  return { fidelity: 'reversible', tokensBefore, tokenBudget: Math.floor(tokensBefore * share), count: countRoughly, handleTokens: 20 };
}

export function payloadOf(text: string, path?: string, question = ''): Payload {
  return { text, kind: 'code', question, ...(path === undefined ? {} : { toolInput: { path } }) };
}

/** Statements of one form, numbered. */
export function statements(count: number, statement: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${statement(index)}\n`).join('');
}

const gap = /lines? (\d+)(?:-(\d+))? …(?:\]|: .*)?$/;

/** Puts the lines back that the gaps name; undefined where a line shown is neither the original's nor tells of a gap. */
export function restore(original: string, shown: string): string | undefined {
  const lines = original.split('\n');
  const restored: string[] = [];
  for (const line of shown.split('\n')) {
    const match = gap.exec(line);
    if (match !== null && Number(match[1]) === restored.length + 1)
      restored.push(...lines.slice(restored.length, Number(match[2] ?? match[1])));
    else if (line === lines[restored.length]) restored.push(line);
    else return undefined;
  }
  return restored.join('\n');
}
