import { compressorSuite } from '@headroom/conformance';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { compressAlone } from '../test-support.ts';
import { accessibilityCompressor } from './accessibility-compressor.ts';

const compress = (text: string, question = '', share = 0.2): Candidate | undefined =>
  compressAlone(accessibilityCompressor(), text, { kind: 'accessibility', question, share });

const page = (length: number): string =>
  [
    '- generic [ref=e1]:',
    '  - banner [ref=e2]:',
    '    - heading "Shop" [level=1] [ref=e3]',
    ...Array.from({ length }, (_, index) => [
      `  - listitem [ref=e${100 + 4 * index}]:`,
      `    - generic [ref=e${101 + 4 * index}]:`,
      `      - link "Product ${index}" [ref=e${102 + 4 * index}]:`,
      `        - /url: /p/${index}`,
      `      - text: costs ${index}.99`,
    ]).flat(),
    '  - contentinfo [ref=e9000]:',
    '    - textbox "Email" [ref=e9001]',
    '    - button "Subscribe" [ref=e9002]',
  ].join('\n');

describe('accessibilityCompressor', () => {
  it('shows the control that is meant, its reference and the nodes around it', () => {
    const candidate = compress(page(120), 'Click on Product 77');
    expect(candidate?.text).toMatch(/- listitem \[ref=e408\]:\n {4}- generic \[ref=e409\]:\n {6}- link "Product 77" \[ref=e410\]:/);
  });

  it('never touches a line or a reference', () => {
    const known = new Set(page(120).split('\n'));
    for (const question of ['', 'Subscribe with my email', 'What does Product 3 cost?']) {
      for (const line of compress(page(120), question)?.text.split('\n') ?? [])
        expect(known.has(line) || /^ *\[lines? \d+(?:-\d+)? offloaded(?:: [\d×a-z ]+)?\]$/.test(line), line).toBe(true);
    }
  });

  it('keeps headings and rare controls without a question, and I11: counts the roles that went', () => {
    const candidate = compress(page(120));
    expect(candidate?.text).toContain('heading "Shop"');
    expect(candidate?.text).toContain('button "Subscribe" [ref=e9002]');
    expect(candidate?.omissions[0]?.facts.join(' ')).toMatch(/\d+×link/);
  });
});

compressorSuite({
  test: { describe, it, expect },
  createCompressor: accessibilityCompressor,
  payloads: {
    'a page': { kind: 'accessibility', question: '', text: page(80) },
    'a page with a task': { kind: 'accessibility', question: 'Subscribe to the newsletter', text: page(80) },
    'a short page': { kind: 'accessibility', question: '', text: '- button "OK" [ref=e1]' },
  },
  options: { hostileLength: 200_000 },
});
