import { describe, expect, it } from 'vitest';
import { codeCompressor } from '../code-compressor.ts';
import { sourceLines } from '../files/source-lines.ts';
import { splitFiles } from '../files/split-files.ts';
import { languageOfPath } from '../languages/find-language.ts';
import { outlineFiles } from '../outline-files.ts';
import { contextFor, restore, statements } from '../test-support.ts';
import { createChooser } from './choose-units.ts';
import { joinOutlines } from './join-outlines.ts';
import { holdingWords } from './holding-words.ts';
import { askedTerms } from './question.ts';

async function ask(text: string, toolInput: object, question: string, share = 0.15): Promise<string> {
  const payload = { text, kind: 'code', question, toolInput } as const;
  const shown = (await codeCompressor().compress(payload, contextFor(text, share)))?.text ?? text;
  expect(restore(text, shown)).toBe(text);
  return shown;
}

const filler = (name: string): string => `def ${name}(parser, text):\n${statements(14, (n) => `    parser.feed(text[${n}], ${n})`)}\n\n`;

describe('which lines answer', () => {
  it('looks for the words of the question and of a pattern, not for the name of the file that is read', () => {
    const terms = askedTerms({ text: 'What is refused?', toolInput: { command: 'rg -n "quota_left" src/text/parser.py | head -20' } }, '');
    const words = terms.map(({ term }) => term);
    expect(words).toContain('quota_left');
    for (const word of ['rg', 'head', 'text', 'src', 'pars', 'py', '20']) expect(words).not.toContain(word);
  });

  it('finds words by their first letters', () => {
    expect(askedTerms({ text: 'What becomes of a byte order mark?', toolInput: undefined }, '').map(({ term }) => term)).toContain('bom');
  });

  it('finds words that a program writes together with others', async () => {
    // Terms are stems.
    expect(holdingWords('call(createDecipheriv); DECIPHER; maxheaders', ['ciph', 'head', 'max'], new Set(['ciph']))).toEqual([
      'decipheriv',
      'maxhead',
    ]);
    expect(holdingWords('the cipher', ['ciph'], new Set(['ciph']))).toEqual([]);
    const text = `${filler('first')}def open_it(parser):\n${statements(8, (n) => `    prepare(${n})`)}    made = createDecipheriv(parser)\n${statements(8, (n) => `    finish(${n})`)}\n\n${filler('second')}${filler('third')}`;
    expect(await ask(text, { path: 'a.py' }, 'Which cipher is used?')).toContain('made = createDecipheriv(parser)');
  });

  it('finds a function whose name stands in the question in another form', async () => {
    const body = statements(6, (n) => `    feed(text[${n}])`);
    const functions = ['quote', 'parse', 'shift', 'merge'].map((name) => `def ${name}(text):\n${body}\n\n`).join('');
    const shown = await ask(`${functions}${filler('first')}${filler('second')}`, { path: 'a.py' }, 'How does quoting work?', 0.2);
    expect(shown).toContain('def quote(text):\n    feed(text[0])');
    expect(shown).not.toContain('def merge(text):\n    feed(text[0])');
  });

  it('prefers lines with a number where an amount is asked for', async () => {
    const line = (n: number): string => `    check(header, text, ${n % 2})`;
    const text = `def read(text):\n${statements(14, line)}    while header and seen < 4096:\n        go()\n${statements(14, line)}\n\n${filler('first')}`;
    expect(await ask(text, { path: 'a.py' }, 'How many headers are read at most?')).toContain('while header and seen < 4096:');
  });

  it('takes an error that Rust gives back for a failure', async () => {
    const body = (n: number): string => `    let quoted${n} = quote_part(input, ${n});`;
    const text = `fn quote(input: &str) -> Result<String, QuoteError> {\n${statements(12, body)}    if input.contains(NUL) {\n        return Err(QuoteError::Nul);\n    }\n${statements(12, body)}    Ok(input)\n}\n`;
    expect(await ask(text, { path: 'a.rs' }, 'When does quoting fail?', 0.3)).toContain('return Err(QuoteError::Nul);');
  });

  it('shows the only line of a body, and a comment above it', async () => {
    const text = `${filler('first')}def entity(parser):\n    # A hidden danger.\n    raise ValueError("entities are not supported")\n\n\n${filler('second')}${filler('third')}`;
    expect(await ask(text, { path: 'a.py' }, 'Why are entities refused?')).toContain('raise ValueError("entities are not supported")');
  });

  it('shows a branch of one line under the condition of a large statement', async () => {
    const branches = Array.from({ length: 40 }, (_, n) => `    elif kind == ${n}:\n        call(${n})\n`).join('');
    const text = `def write(kind):\n    if kind is None:\n        return\n${branches}    else:\n        raise ValueError("overflow in number field")\n\n\n${filler('first')}${filler('second')}`;
    const shown = await ask(text, { path: 'a.py' }, 'What if a number overflows its field?', 0.15);
    expect(shown).toContain('raise ValueError("overflow in number field")');
    expect(shown).not.toContain('call(23)');
  });

  it('shows the paragraph of a long text that answers, not all of it', async () => {
    const entries = ['size', 'color', 'weight', 'owner', 'place', 'shape']
      .map((name) => `    :param ${name}: the ${name} of a thing,\n        told at some length.\n`)
      .join('');
    const text = `def make(**options):\n    """Makes a thing.\n\n${entries}    """\n${statements(20, (n) => `    build(${n})`)}\n\n${filler('first')}`;
    const shown = await ask(text, { path: 'a.py' }, 'What is told about the owner?', 0.25);
    expect(shown).toContain(':param owner: the owner of a thing,');
    expect(shown).not.toContain(':param color:');
  });

  it('names a type of C by what stands behind its body, and finds it by that name', async () => {
    const text = `typedef struct {\n  short last_indent;\n  short last_column;\n  int a;\n  int b;\n} Scanner;\n\nint run(int x) {\n${statements(30, (n) => `  step(x, ${n});`)}  return x;\n}\n`;
    expect(await ask(text, { path: 'a.c' }, 'What happens in run?', 0.4)).toContain('typedef struct Scanner');
    expect(await ask(text, { path: 'a.c' }, 'What are the fields of the scanner state?', 0.4)).toContain('short last_indent;');
  });

  it('takes each declaration between conditions of the preprocessor for itself', async () => {
    const declared = (name: string): string => `int ${name}(int x) {\n${statements(12, (n) => `  ${name}_step(x, ${n});`)}  return x;\n}\n`;
    const text = `#if HAS_IT\n${declared('alpha')}\n${declared('beta')}#else\n${declared('gamma')}#endif\n`;
    const shown = await ask(text, { path: 'a.c' }, 'What does `beta` do?', 0.5);
    expect(shown).toContain('beta_step(x, 5);');
    expect(shown).not.toContain('alpha_step(x, 5);');
  });

  it('finds a double quote between single ones', async () => {
    const checks = ['"', ';', '%'].map((sign) => `    if sign == '${sign}':\n        fail(sign)\n`).join('');
    const text = `def check(sign):\n${checks}${statements(10, (n) => `    go(${n})`)}\n\n${filler('first')}${filler('second')}`;
    expect(await ask(text, { path: 'a.py' }, 'Where does it fail for double quotes?')).toContain("if sign == '\"':");
  });

  it('finds a sign that the question calls by its name', async () => {
    const checks = ['^', '*', '%'].map((sign) => `    if sign == '${sign}':\n        fail(sign)\n`).join('');
    const text = `def check(sign):\n${checks}${statements(10, (n) => `    go(${n})`)}\n\n${filler('first')}${filler('second')}`;
    expect(await ask(text, { path: 'a.py' }, 'Where does it fail for a caret?')).toContain("if sign == '^':");
  });
});

describe('with room for everything', () => {
  const sources: readonly (readonly [path: string, text: string])[] = [
    [
      'a.py',
      'class A:\n    """Says.\n\n    More.\n    """\n\n    def f(self):\n        return 1\n\n    def g(self):\n        # why\n        raise X\n',
    ],
    [
      'a.cc',
      'struct A {\n  A(int a,\n    int b)\n      : a_(a),\n        b_(b) {}\n\n  int f() {\n#if X\n    return 1;\n#else\n    go(2);\n    return 2;\n#endif\n  }\n};\n',
    ],
    [
      'a.ts',
      'export class A {\n  constructor(\n    private readonly a: string,\n    b: number,\n  ) {}\n\n  get b() {\n    return 1;\n  }\n}\n',
    ],
    [
      'a.rs',
      'impl A {\n    const B: u8 = 1;\n    fn f(&self) -> u8 {\n        match self {\n            A::X => 1,\n            A::Y => {\n                2\n            }\n        }\n    }\n}\n',
    ],
    [
      'a.go',
      'package a\n\nfunc f(\n\ta int,\n) {\n}\n\nfunc g() int {\n\tswitch {\n\tcase true:\n\t\treturn 1\n\tdefault:\n\t\treturn 2\n\t}\n}\n',
    ],
  ];
  for (const [path, text] of sources) {
    it(`hides no line of ${path}`, async () => {
      const lines = sourceLines(text.repeat(12));
      const outline = joinOutlines(await outlineFiles(splitFiles(lines, languageOfPath(path)), 1e6), lines.count);
      expect(outline.units.length).toBeGreaterThan(12);
      for (const kept of ['weighed', 'kept'] as const) {
        const { choose } = createChooser(outline, lines, { values: new Float64Array(outline.units.length), outline: kept });
        expect([...choose(Number.MAX_SAFE_INTEGER)].indexOf(1)).toBe(-1);
      }
    });
  }
});
