import { compressorSuite } from '@headroom/conformance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { compressAlone, type Asked } from '../test-support.ts';
import { htmlCompressor } from './html-compressor.ts';

const compress = (text: string, asked: Partial<Asked> = {}): Candidate | undefined =>
  compressAlone(htmlCompressor(), text, { kind: 'html', budget: 4000, charactersPerToken: 3, ...asked });

const shown = (text: string, settings: Partial<Asked> = {}): string => compress(text, settings)?.text ?? 'unchanged';

const sentence = (index: number): string =>
  `The ${index}th paragraph tells at some length, with commas and numbers, how valve ${index} was tested under pressure.`;
const menu = Array.from({ length: 30 }, (_, index) => `<li><a href="/section-${index}?utm_source=menu">Section ${index}</a></li>`).join(
  '\n',
);
const paragraphs = Array.from({ length: 40 }, (_, index) => `<h2>Valve ${index}</h2>\n<p>${sentence(index)}</p>`);

const page = `<!DOCTYPE html>
<html><head><title>Valves &amp; pipes</title>
<meta name="author" content="Ada Byron"><meta property="article:published_time" content="2021-03-04">
<script>var secret = "<p>not text</p>";</script><style>p { color: red }</style></head>
<body><nav><ul>${menu}</ul></nav>
<main><article><h1>Valves</h1>
${paragraphs.join('\n')}
<table><caption>Pressures</caption><tr><th>Valve<th>Bar<tr><td>V-1<td>12.5<tr><td>V-2<td>19</table>
<pre><code class="language-sh">for v in 1 2; do
  test-valve  "$v"
done</code></pre>
<p>See <a href="https://example.org/manual.pdf">the manual</a>.</p>
</article></main>
<form action="/order" method="post"><label>Kind</label><select name="kind"><option>ball<option selected>gate</select><input type="email" name="to" required><button>Order</button></form>
<footer><p>Copyright 2021 Pipe Works, Turin. All rights reserved, and imprint in Italian.</p></footer>
</body></html>`;

const archive = `From: <Saved by a browser>
Subject: Valves
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--=_part"

----=_part
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

${page.replace(/=/g, '=3D').replace('Valves &amp; pipes', 'V=C3=A4lve & pip=\nes')}
----=_part
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
----=_part--
`;

compressorSuite({
  test: { describe, it, expect },
  createCompressor: htmlCompressor,
  payloads: {
    'a page': { kind: 'html', question: '', text: page },
    'a page with a question': { kind: 'html', question: 'Under which pressure was V-2?', text: page },
    'a fragment': { kind: 'html', question: '', text: `<div>${paragraphs.join('')}</div>` },
    'a web archive': { kind: 'html', question: '', text: archive },
    'nothing to read': { kind: 'html', question: '', text: '<script>1</script>'.repeat(50) },
  },
  options: { hostileLength: 150_000 },
});

describe('html compressor', () => {
  it('shows the links of a page that is nothing else', () => {
    const text = shown(`<html><head><title>Index</title></head><body><ul>${menu}</ul></body></html>`);
    for (const index of [0, 7, 29]) expect(text).toContain(`Section ${index}`);
  });

  it('writes the main content as Markdown: metadata, headings, paragraphs, tables, code', () => {
    const text = shown(page);
    expect(text).toContain('title: Valves & pipes\nauthor: Ada Byron\ndate: 2021-03-04\n');
    expect(text).toContain('# Valves\n\n## Valve 0\n\n' + sentence(0));
    expect(text).toContain('Pressures\n| Valve | Bar |\n|---|---|\n| V-1 | 12.5 |\n| V-2 | 19 |');
    expect(text).toContain('```sh\nfor v in 1 2; do\n  test-valve  "$v"\ndone\n```');
    expect(text).toContain('See [the manual](https://example.org/manual.pdf).');
  });

  it('leaves scripts, styles, menus and footers out, and says so', () => {
    const candidate = compress(page)!;
    expect(candidate.text).not.toMatch(/secret|not text|color: red|Section 7|Pipe Works/);
    expect(candidate.text).toMatch(/\[lines \d+-\d+ offloaded: 30 boilerplate blocks\]/);
    expect(candidate.fidelity).toBe('reversible');
    expect(candidate.omissions.map(({ unit }) => unit)).toEqual(['blocks', 'link_targets', 'tags']);
  });

  it('tells no lines of a gap that share theirs with what is shown: all of a page may stand on one', () => {
    const sections = Array.from({ length: 40 }, (_, index) => `<p>${sentence(index)}</p>${index % 10 === 9 ? '\n' : ''}`).join('');
    const text = compress(`<html>${'\n'.repeat(30)}<body><article><h1>Valves</h1>${sections}</article></body></html>`, {
      question: 'valve 25',
      budget: 400,
    })!.text;
    expect(text).toMatch(/\[\d+ paragraphs offloaded\]/);
    expect(text).not.toMatch(/\[lines? \d/);
  });

  it('takes a page of links alone for a directory, but for what is named a menu', () => {
    const names = Array.from({ length: 60 }, (_, index) => `<li><a href="/lib/${index}.html">make_thing_${index}</a></li>`).join('\n');
    const index = `<html><head><title>Names</title></head><body><nav><ul>${menu}</ul></nav><h1>All names</h1><ul>${names}</ul></body></html>`;
    const text = shown(index);
    expect(text).toContain('make_thing_59');
    expect(text).not.toContain('Section 7');
  });

  it('finds what a question asks for wherever it stands, each under its heading', () => {
    const settings = { budget: 900 };
    expect(shown(page, { ...settings, question: 'How was valve 33 tested?' })).toContain(`## Valve 33\n\n${sentence(33)}`);
    expect(shown(page, { ...settings, question: 'Who holds the copyright, where?' })).toContain('Pipe Works, Turin');
    expect(shown(page, { ...settings, question: 'Which bar for V-2?' })).toContain('| Valve | Bar |\n|---|---|\n');
    expect(shown(page, { ...settings, question: 'Which link has section 17?' })).toContain('[Section 17](/section-17?utm_source=menu)');
    const form = shown(page, { ...settings, question: 'Which fields has the order form?' });
    expect(form).toContain('form: POST /order\n');
    expect(form).toContain('[select kind, options: ball | gate (selected)]\n[email to, required]\n[button Order]');
  });

  it('I11: counts exactly the blocks that are missing', () => {
    const all = 30 + 3 + 1 + 80 + 1 + 3 + 1 + 1 + 5 + 1;
    for (const question of ['', 'How was valve 7 tested?']) {
      const candidate = compress(page, { question, budget: 900 })!;
      const blocks = candidate.omissions.find(({ unit }) => unit === 'blocks')!;
      const stated = blocks.facts.reduce((sum, fact) => sum + Number.parseInt(fact, 10), 0);
      expect(stated).toBeLessThanOrEqual(blocks.count);
      expect(blocks.count).toBeLessThan(all);
      expect(candidate.tokens).toBeLessThan(900);
    }
  });

  it('I11: names the lines of the original that a gap left out', () => {
    const { text } = compress(page, { budget: 900, question: 'How was valve 20 tested?' })!;
    const lines = page.split('\n');
    const gaps = [...text.matchAll(/^\[lines (\d+)-(\d+) offloaded/gm)].map(([, first, last]) =>
      lines.slice(Number(first) - 1, Number(last)).join('\n'),
    );
    for (let index = 0; index < 40; index += 1) {
      const isShown = text.includes(sentence(index));
      expect(gaps.some((gap) => gap.includes(sentence(index)))).toBe(!isShown);
    }
  });

  it('finds rows by their values where an end of a scale is asked for', () => {
    const rows = Array.from({ length: 200 }, (_, index) => `<tr><td>Town ${index}</td><td>${((index * 7919) % 1009) + 50}</td></tr>`);
    const source = `<h1>Towns</h1><table><tr><th>Name</th><th>People</th></tr>${rows.join('\n')}</table>`;
    const values = Array.from({ length: 200 }, (_, index) => ((index * 7919) % 1009) + 50);
    const most = Math.max(...values);
    expect(shown(source, { budget: 900, question: 'Which town has the most people?' })).toContain(
      `| Town ${values.indexOf(most)} | ${most} |`,
    );
  });

  it('keeps what stands before the page, in its lines', () => {
    const text = shown(`HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n${page}`);
    expect(text.startsWith('HTTP/1.1 404 Not Found\nContent-Type: text/html\n\ntitle: Valves & pipes\n')).toBe(true);
  });

  it('reads pages saved as web archives', () => {
    const text = shown(archive);
    expect(text).toContain('Välve & pipes');
    expect(text).toContain(sentence(39));
    expect(text).not.toContain('iVBORw0KGgo');
  });

  it('leaves tables that only lay out a page as the text in them', () => {
    const text = shown(`<table><tr><td><ul>${menu}</ul></td><td>${paragraphs.join('')}</td></tr></table>`);
    expect(text).toContain(`## Valve 3\n\n${sentence(3)}`);
    expect(text).not.toContain('|');
  });

  it('keeps inline text together and blocks apart, with entities decoded', () => {
    const text = shown(
      `<div><p>un<b>broken</b>   and &lt;&eacute;&#8217;<br>next</p><p>${sentence(1)}</p>${'<!-- much -->'.repeat(90)}</div>`,
    );
    expect(text).toContain('unbroken and <é’\nnext\n\nThe 1th');
  });

  it('offers nothing where nothing may be left out, and nothing for a page without text', () => {
    expect(compress(page, { fidelity: 'lossless' })).toBeUndefined();
    expect(
      compress(
        `<html><head><title>App</title></head><body><div id="root"></div>${'<script src="a.js"></script>'.repeat(99)}</body></html>`,
      ),
    ).toBeUndefined();
  });

  it('shows text of an element whole or not at all, whatever the page', () => {
    const word = fc.constantFrom('alpha', 'beta', 'gamma.', 'delta,', '7');
    const inner = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    const element = fc.tuple(fc.constantFrom('p', 'h2', 'li', 'td', 'blockquote', 'div', 'dt'), inner);
    fc.assert(
      fc.property(fc.array(element, { minLength: 40, maxLength: 90 }), fc.constantFrom('', 'which gamma?'), (elements, question) => {
        const source = elements.map(([name, text], index) => `<${name} class="x${index} y">${text} n${index}</${name}>`).join('\n');
        const text = compress(source, { question, budget: 700 })?.text ?? '';
        elements.forEach(([, one], index) => {
          if (new RegExp(`\\bn${index}\\b`).test(text)) expect(text).toContain(`${one} n${index}`);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is linear in pages that no author wrote', () => {
    const pages = [
      '<div>'.repeat(50_000),
      '<b>x'.repeat(40_000),
      `${'<div>'.repeat(5_000)}${'</p>'.repeat(50_000)}`,
      '<'.repeat(200_000),
      `<p class="${'a '.repeat(500_000)}">t</p>`,
      `<p>${'<a href=x>y</a>'.repeat(15_000)}`,
      '<table><tr><td>'.repeat(10_000),
      '<svg><p>'.repeat(20_000),
    ];
    for (const source of pages) {
      expect(() => compress(source, { question: 'what?' })).not.toThrow();
    }
  });

  it('is linear in the fences of what it shows', () => {
    const page = `<main>${`<p>${'A long paragraph. '.repeat(60)}</p><pre>x</pre>`.repeat(16_000)}</main>`;
    expect(compress(page, { budget: 10_000_000 })?.text).toContain('```\nx\n```');
  });
});
