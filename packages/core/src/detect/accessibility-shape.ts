import type { Detection } from './detection.ts';
import { shareOf, type Sample } from './sample.ts';

const roles =
  'alert|article|banner|blockquote|button|cell|checkbox|code|columnheader|combobox|complementary|contentinfo|dialog|document|figure|form|generic|grid|' +
  'gridcell|group|heading|iframe|img|image|insertion|link|list|listbox|listitem|main|menu|menubar|menuitem|navigation|option|paragraph|progressbar|' +
  'radio|radiogroup|region|row|rowgroup|rowheader|search|searchbox|separator|slider|spinbutton|status|strong|switch|tab|table|tablist|tabpanel|' +
  'text|textbox|time|timer|toolbar|tooltip|tree|treeitem|RootWebArea|StaticText|WebArea';

const roleLine = new RegExp(`^\\s*- (?:(?:${roles})\\b(?: "| \\[|:|$| /)|'(?:${roles}) )`);
const reference = /\[ref=[\w-]+\]/;
const identifiedNode = new RegExp(`^\\s*(?:uid=[\\d_]+|\\[\\d+\\]) (?:${roles})\\b`);
const indexedElement = /^\s*\*?\[\d+\]<[a-z][\w-]*[\s/>]/;

/** A snapshot of a page's accessibility tree, as browser tools give it. */
export function accessibilityShape(sample: Sample): Detection | undefined {
  if (sample.lines.length < 3) return undefined;
  const share = shareOf(
    sample.lines,
    (line) => roleLine.test(line) || reference.test(line) || identifiedNode.test(line) || indexedElement.test(line),
  );
  if (share < 0.5) return undefined;
  const named = sample.lines.some(
    (line) => reference.test(line) || identifiedNode.test(line) || indexedElement.test(line) || / "[^"]*"/.test(line),
  );
  return named ? { kind: 'accessibility', confidence: share, evidence: 'nodes of an accessibility tree' } : undefined;
}
