import type { Detection } from './detection.ts';
import { anyPattern, type LinePattern } from './line-pattern.ts';
import { shareOf, type Sample } from './sample.ts';

const roles =
  'alert|article|banner|blockquote|button|cell|checkbox|code|columnheader|combobox|complementary|contentinfo|dialog|document|figure|form|generic|grid|' +
  'gridcell|group|heading|iframe|img|image|insertion|link|list|listbox|listitem|main|menu|menubar|menuitem|navigation|option|paragraph|progressbar|' +
  'radio|radiogroup|region|row|rowgroup|rowheader|search|searchbox|separator|slider|spinbutton|status|strong|switch|tab|table|tablist|tabpanel|' +
  'text|textbox|time|timer|toolbar|tooltip|tree|treeitem|RootWebArea|StaticText|WebArea';

const roleLine: LinePattern = [new RegExp(`^\\s*- (?:(?:${roles})\\b(?: "| \\[|:|$| /)|'(?:${roles}) )`), { opens: '-', has: ' a' }];
const reference: LinePattern = [/\[ref=[\w-]+\]/, { has: '[=]' }];
const identifiedNode: LinePattern = [new RegExp(`^\\s*(?:uid=[\\d_]+|\\[\\d+\\]) (?:${roles})\\b`), { opens: 'u[', has: ' ', some: '=]' }];
const indexedElement: LinePattern = [/^\s*\*?\[\d+\]<[a-z][\w-]*[\s/>]/, { opens: '*[', has: '0]<' }];
const quotedName: LinePattern = [/ "[^"]*"/, { has: ' "' }];

const isNode = anyPattern(roleLine, reference, identifiedNode, indexedElement);
const isNamed = anyPattern(reference, identifiedNode, indexedElement, quotedName);

/** A snapshot of a page's accessibility tree, as browser tools give it. */
export function accessibilityShape(sample: Sample): Detection | undefined {
  if (sample.lines.length < 3) return undefined;
  const share = shareOf(sample.lines, isNode);
  if (share < 0.5) return undefined;
  return sample.lines.some(isNamed) ? { kind: 'accessibility', confidence: share, evidence: 'nodes of an accessibility tree' } : undefined;
}
