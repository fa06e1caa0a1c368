import { compressorSuite } from '@headroom/conformance';
import { createHeadroom } from '@headroom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeCompressor } from './code-compressor.ts';
import { contextFor, payloadOf, restore, statements } from './test-support.ts';
import makeFromModule from './worker-module.ts';

const method = (name: string, count: number, said = ''): string =>
  `    def ${name}(self, items):\n        """Does ${name}.\n\n        At length,\n        over lines,\n        and more.\n        """\n${said}${statements(count, (n) => `        self.count += items[${n}].${name}`)}        return self.count\n\n`;
const module = `import os\nfrom typing import List\n\nLIMIT: int = 20\n\n@final\nclass Cart(Base):\n${['open', 'weigh', 'ship', 'close'].map((name) => method(name, 12)).join('')}${method(
  'refund_order',
  12,
  "        if not items:\n            raise ValueError('nothing to give back')\n",
)}`;

const compress = async (text: string, question = '', share = 0.1): Promise<string> =>
  (await codeCompressor().compress(payloadOf(text, 'cart.py', question), contextFor(text, share)))?.text ?? text;

compressorSuite({
  test: { describe, it, expect },
  createCompressor: () => codeCompressor(),
  payloads: {
    'a module': payloadOf(module, 'cart.py'),
    'a module with a question': payloadOf(module, 'cart.py', 'When does refund_order fail?'),
    'two files': payloadOf(`==> a.py <==\n${module}\n==> b.py <==\n${module}`),
  },
});

describe('what stays', () => {
  it('keeps imports, constants, decorators, heads and first lines of documentation in their places', async () => {
    const shown = await compress(module, '', 0.01);
    for (const line of module.split('\n').filter((each) => /^(?:import|from|LIMIT|@|class)|^ {4}def|"""Does/.test(each)))
      expect(shown).toContain(line);
    expect(restore(module, shown)).toBe(module);
  });

  it('shows a body that the question names before others', async () => {
    const shown = await compress(module, 'What does `refund_order` do?', 0.4);
    expect(shown).toContain('items[5].refund_order');
    expect(shown).not.toContain('items[5].weigh');
  });

  it('names what is far from the question where it is left out, and keeps each gap to few names', async () => {
    const many = `class Cart:\n${Array.from({ length: 30 }, (_, n) => method(`step_${n}`, 6)).join('')}${method('refund_order', 6)}`;
    const shown = await compress(many, 'What does `refund_order` do?', 0.1);
    const gaps = shown.split('\n').filter((line) => / lines \d+-\d+ …: def step_/.test(line));
    expect(gaps.length).toBeGreaterThan(3);
    for (let n = 0; n < 30; n += 1) expect(shown).toContain(`def step_${n}(self, items)`);
    expect(restore(many, shown)).toBe(many);
  });

  it('tells licence headers and import blocks of later files once, by the lines of the first', async () => {
    const opening = `# Licensed to whom it may concern.\n# In one line.\n# In another, that is as long as such lines are.\nimport os\nimport sys\nfrom typing import List, Optional, Sequence, Mapping\n\n`;
    const text = ['a.py', 'b.py']
      .map((name) => `==> ${name} <==\n${opening}def f(a):\n${statements(20, (n) => `    use(a, ${n})`)}`)
      .join('\n');
    const shown = await compress(text, '', 0.01);
    expect(shown).toMatch(/lines \d+-\d+ …: as lines 2-4; as lines 5-7/);
    expect(shown.match(/^import sys$/gm)).toHaveLength(1);
    expect(restore(text, shown)).toBe(text);
  });

  it('takes a file whose strings hold what looks like headers for one file', async () => {
    const text = `def f(a):\n    """Shows it.\n\n    >>> a.value\n    === b.value ===\n    more of it\n    """\n${statements(20, (n) => `    use(a, ${n})`)}    return a\n\n\ndef g(b):\n${statements(20, (n) => `    use(b, ${n})`)}`;
    const shown = await compress(text, '', 0.01);
    expect(shown).toMatch(/# lines \d+-\d+ …\n\n\ndef g/);
    expect(shown).not.toMatch(/\[lines/);
    expect(restore(text, shown)).toBe(text);
  });

  it('keeps the heads of functions inside bodies where nothing is asked', async () => {
    const text = `def outer(a):\n${statements(20, (n) => `    use(a, ${n})`)}    def inner(b):\n${statements(20, (n) => `        use(b, ${n})`)}    return inner\n`;
    expect(await compress(text, '', 0.01)).toContain('    def inner(b):\n');
  });

  it('folds tables outside of bodies by rows, and shows the row that is asked for', async () => {
    const rows = Array.from({ length: 18 }, (_, n) => `  'code_${n}': 'text of number ${n * 7}',\n`).join('');
    const text = `const texts = {\n${rows}};\n\nfunction use(a) {\n${statements(30, (n) => `  call(a, ${n});`)}}\n`;
    const shown =
      (await codeCompressor().compress(payloadOf(text, 'a.js', 'What is the text of code_11?'), contextFor(text, 0.1)))?.text ?? text;
    expect(shown).toContain("'code_11': 'text of number 77'");
    expect(shown).not.toContain('code_4');
    expect(restore(text, shown)).toBe(text);
  });

  it('shows the failure that the question describes', async () => {
    expect(await compress(module, 'Which error says that there is nothing to give back?', 0.1)).toContain(
      "raise ValueError('nothing to give back')",
    );
  });

  it('leaves short bodies whole', async () => {
    const text = `def a():\n    return 1\n\n${module}`;
    expect(await compress(text, '', 0.01)).toContain('def a():\n    return 1\n');
  });

  it('cuts long tables but for their beginning and end, and no shapes of objects', async () => {
    const table = `export const codes = [\n${statements(60, (n) => `  ${n * 7},`)}];\nexport const shape = {\n${statements(20, (n) => `  name${n}: String,`)}};\n`;
    const shown = (await codeCompressor().compress(payloadOf(table, 'a.js'), contextFor(table, 0.01)))?.text ?? '';
    expect(shown).toContain('  14,\n  // lines 5-60 …\n  413,\n];');
    expect(shown).toContain('name19: String,');
  });

  it('looks through wrappers to the functions inside', async () => {
    const text = `describe('cart', () => {\n${['opens', 'ships'].map((name) => `  it('${name}', () => {\n${statements(20, (n) => `    expect(cart.${name}(${n})).toBe(${n});`)}  });\n`).join('')}});\n`;
    const shown = (await codeCompressor().compress(payloadOf(text, 'cart.test.js'), contextFor(text, 0.01)))?.text ?? '';
    expect(shown).toContain("  it('ships', () => {\n    // lines 25-44 …\n  });");
  });

  it('takes back a cut that the grammar cannot read', async () => {
    // The comment would stand inside a macro that runs on over the line.
    const text = `#define CHECK(x) \\\n  do { \\\n${statements(20, (n) => `    use(x, ${n}); \\`)}  } while (0)\nint a(void) {\n${statements(20, (n) => `  b(${n});`)}}\n`;
    const shown = (await codeCompressor().compress(payloadOf(text, 'a.c'), contextFor(text, 0.01)))?.text ?? text;
    expect(restore(text, shown)).toBe(text);
    expect(shown).toContain('use(x, 7);');
  });

  it('adds no line behind a gap that reaches an end without a line feed', async () => {
    const text = module.trimEnd();
    const shown = await compress(text, '', 0.01);
    expect(shown).toMatch(/…$/);
    expect(restore(text, shown)).toBe(text);
  });

  it('passes what it cannot read: prose, one line, unknown languages', async () => {
    for (const text of ['Words and words. '.repeat(200), 'a'.repeat(5000), `(defun f (x)\n${statements(40, (n) => `  (print ${n})`)})\n`]) {
      expect(await codeCompressor().compress(payloadOf(text), contextFor(text))).toBeUndefined();
    }
  });
});

describe('options', () => {
  it('outline shows no body, verbatim changes nothing', async () => {
    const outline = await codeCompressor({ code: 'outline' }).compress(payloadOf(module, 'cart.py'), contextFor(module, 0.9));
    expect(outline?.text).not.toContain('items[');
    expect(await codeCompressor({ code: 'verbatim' }).compress(payloadOf(module, 'cart.py'), contextFor(module))).toBeUndefined();
    expect(() => codeCompressor({ code: 'some' as 'outline' })).toThrow(/outline/);
  });

  it('I9: leaves code alone where nothing may be left out', async () => {
    expect(await codeCompressor().compress(payloadOf(module, 'cart.py'), { ...contextFor(module), fidelity: 'lossless' })).toBeUndefined();
  });

  it('names a module that makes the same compressor in a worker', async () => {
    const { module: href = '' } = codeCompressor({ code: 'outline' });
    expect(new URL(href).searchParams.get('code')).toBe('outline');
    expect(await makeFromModule().compress(payloadOf(module, 'cart.py'), contextFor(module))).toEqual(
      await codeCompressor().compress(payloadOf(module, 'cart.py'), contextFor(module)),
    );
  });

  it('works in the engine, and the original comes back', async () => {
    const headroom = createHeadroom({ compressors: [codeCompressor()], minimumTokens: 50, offload: 'never', bias: 0.2 });
    const result = await headroom.compressText(module, { question: '' });
    expect(result.text).toMatch(/# lines \d+-\d+ …/);
    expect(result.text.length).toBeLessThan(module.length * 0.7);
    await headroom.close();
  });
});

const sourceOf = fc
  .array(fc.record({ name: fc.stringMatching(/^[a-z]{3,9}$/), count: fc.nat(40), depth: fc.nat(3) }), { minLength: 1, maxLength: 8 })
  .map((functions) =>
    functions
      .map(({ name, count, depth }) => {
        const lead = '    '.repeat(depth + 1);
        const heads = Array.from({ length: depth }, (_, level) => `${'    '.repeat(level + 1)}if a${level}:\n`).join('');
        return `def f_${name}(a):\n${heads}${statements(count + 1, (n) => `${lead}call_${name}(${n}, "text of ${n}")`)}\n\n`;
      })
      .join(''),
  );

describe('properties', () => {
  it('I11: every line shown is the original’s or tells a true range; heads are never cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        sourceOf,
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        fc.constantFrom('', 'what is text of 7?'),
        async (text, share, question) => {
          const candidate = await codeCompressor().compress(payloadOf(text, 'a.py', question), contextFor(text, share));
          if (candidate === undefined) return;
          expect(restore(text, candidate.text)).toBe(text);
          for (const [head] of text.matchAll(/^def .*(?=:$)/gm)) expect(candidate.text).toContain(head);
          if (question === '') expect(candidate.text.match(/^def .*$/gm)).toEqual(text.match(/^def .*$/gm));
          const told = [...candidate.text.matchAll(/lines (\d+)-(\d+) …/g)].reduce(
            (sum, [, first, last]) => sum + Number(last) - Number(first) + 1,
            0,
          );
          expect(candidate.omissions).toEqual([{ unit: 'lines', count: told, where: '', facts: [] }]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('passes texts of any characters or tells truly of what it cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom('a.py', 'a.js', 'a.c'), async (noise, path) => {
        const text = `${noise}\n${module}\n${noise}`;
        const candidate = await codeCompressor().compress(payloadOf(text, path), contextFor(text));
        if (candidate !== undefined) expect(restore(text, candidate.text)).toBe(text);
      }),
      { numRuns: 30 },
    );
  });
});
