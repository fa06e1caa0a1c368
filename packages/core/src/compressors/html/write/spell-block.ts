import type { Block } from '../page/page.ts';

/** Whether a block's links are written with their targets. */
export type LinkStyle = 'text' | 'target';

/** The Markdown of a block, without fences. */
export function spellBlock(block: Block, links: LinkStyle): string {
  const text = links === 'target' ? withTargets(block) : block.text;
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.max(1, block.level))} ${text.replace(/\s*\n\s*/g, ' ')}`;
    case 'item': {
      const indent = '  '.repeat(Math.min(8, block.level));
      return `${indent}${block.mark}${text.replaceAll('\n', `\n${indent}${' '.repeat(block.mark.length)}`)}`;
    }
    case 'quote':
      return `> ${text.replaceAll('\n', '\n> ')}`;
    case 'detail':
      return `: ${text}`;
    case 'row':
      return `| ${text} |`;
    case 'image':
      return links === 'target' && isTarget(block.mark) ? `![${text}](${block.mark})` : `![${text}]`;
    case 'metadata':
      return `${block.mark}: ${text}`;
    default:
      return text;
  }
}

const longestTarget = 400;

/** Whether an address leads anywhere that a reader could name: not to a place of the same page, not into a script, no embedded data. */
export function isTarget(href: string): boolean {
  return href !== '' && !href.startsWith('#') && href.length <= longestTarget && !/^(?:javascript|data|about):/i.test(href);
}

function withTargets({ text, links, kind }: Block): string {
  if (kind === 'row') {
    const targets = [...new Set(links.map(({ href }) => href).filter(isTarget))];
    return targets.length === 0 ? text : `${text} | ${targets.join(' ')}`;
  }
  if (kind === 'code') return text;
  let out = '';
  let at = 0;
  for (const { start, end, href } of links) {
    if (start < at || !isTarget(href)) continue;
    out += `${text.slice(at, start)}[${text.slice(start, end)}](${href})`;
    at = end;
  }
  return out + text.slice(at);
}
