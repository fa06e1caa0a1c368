import { unitText, type TextUnits } from '../../relevance/selection/text-units.ts';
import { isRule } from './read-markdown.ts';

/**
 * Spells a row of a Markdown table with one space around its cells, and a rule with three dashes: the same cells for every reader of Markdown.
 *
 * @example squeezeBars('| a     |  b |') // '| a | b |'
 */
export function squeezeBars(line: string): string {
  if (isRule(line)) return line.replace(/-{3,}/g, '---').replace(/ {2,}/g, ' ');
  if (!line.includes('|')) return line;
  const parts: string[] = [];
  let at = 0;
  // Spaces inside code spans and cells stay: only what touches a bar goes.
  for (let bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', bar + 1)) {
    if (line[bar - 1] === '\\') continue;
    parts.push(line.slice(at, bar));
    at = bar + 1;
  }
  parts.push(line.slice(at));
  return parts.map((part, index) => squeezeCell(part, index, parts.length)).join('|');
}

function squeezeCell(part: string, index: number, count: number): string {
  const text = part.trim();
  // Outside of the first and last bar stands indentation.
  if (index === 0)
    return text === '' ? part : `${part.slice(0, part.length - part.trimStart().length)}${text}${part.endsWith(' ') ? ' ' : ''}`;
  if (index === count - 1) return text === '' ? '' : `${part.startsWith(' ') ? ' ' : ''}${text}`;
  if (text === '') return part === '' ? '' : ' ';
  return `${part.startsWith(' ') ? ' ' : ''}${text}${part.endsWith(' ') ? ' ' : ''}`;
}

/** A whole table with its rows squeezed, or undefined where that saves next to nothing. */
export function squeezeTable(units: TextUnits): string | undefined {
  const lines: string[] = [];
  for (let line = 0; line < units.count; line += 1) lines.push(squeezeBars(unitText(units, line)));
  const text = lines.join('\n') + (units.text.endsWith('\n') ? '\n' : '');
  return text.length > units.text.length * 0.97 ? undefined : text;
}
