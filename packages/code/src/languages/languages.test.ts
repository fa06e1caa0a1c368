import { describe, expect, it } from 'vitest';
import { codeCompressor } from '../code-compressor.ts';
import { contextFor, payloadOf, restore, statements } from '../test-support.ts';
import { allLanguages, languageOfInput, languageOfPath, languageOfWord } from './find-language.ts';
import { guessLanguages } from './guess-language.ts';

interface Sample {
  readonly path: string;
  readonly head: string;
  readonly body: string;
  readonly tail: string;
  readonly comment: string;
}

const braces = (path: string, head: string, statement: (index: number) => string, tail = '}\n', comment = '//'): Sample => ({
  path,
  head,
  body: statements(30, statement),
  tail,
  comment,
});

const samples: readonly Sample[] = [
  braces(
    'a.py',
    'import os\n\ndef total(items, start=0):\n    """Adds."""\n',
    (n) => `    start += items[${n}].price`,
    '    return start\n\nLIMIT = 3\n',
    '#',
  ),
  braces('a.js', 'import x from "y";\nexport const total = (items) => {\n', (n) => `  count += items[${n}].price;`, '};\n'),
  braces('a.jsx', 'export function Total({ items }) {\n', (n) => `  count += items[${n}].price;`, '}\n'),
  braces(
    'a.ts',
    'interface Item { price: number }\nexport class Cart {\n  total(items: Item[]): number {\n',
    (n) => `    this.count += items[${n}]!.price;`,
    '  }\n}\n',
  ),
  braces('a.tsx', 'export function Total({ items }: Props): Element {\n', (n) => `  count += items[${n}].price;`, '}\n'),
  braces('a.go', 'package cart\n\nfunc (c *Cart) Total(items []Item) int {\n', (n) => `\tc.count += items[${n}].Price`, '}\n'),
  braces(
    'a.rs',
    'impl Cart {\n    pub fn total(&mut self, items: &[Item]) {\n',
    (n) => `        self.count += items[${n}].price;`,
    '    }\n}\n',
  ),
  braces('A.java', 'class Cart {\n  int total(List<Item> items) {\n', (n) => `    count += items.get(${n}).price();`, '  }\n}\n'),
  braces('a.c', '#include <stdio.h>\nint total(struct item *items)\n{\n', (n) => `  count += items[${n}].price;`, '}\n'),
  braces('a.cpp', 'template <class T>\nint Cart::total(const T& items) {\n', (n) => `  count += items[${n}].price;`, '}\n'),
  braces('A.cs', 'class Cart {\n  int Total(Item[] items) {\n', (n) => `    count += items[${n}].Price;`, '  }\n}\n'),
  braces('a.rb', 'class Cart\n  def total(items)\n', (n) => `    @count += items[${n}].price`, '  end\nend\n', '#'),
  braces(
    'a.php',
    '<?php\nclass Cart {\n  public function total($items) {\n',
    (n) => `    $this->count += $items[${n}]->price;`,
    '  }\n}\n',
  ),
  braces('a.kt', 'class Cart {\n  fun total(items: List<Item>) {\n', (n) => `    count += items[${n}].price`, '  }\n}\n'),
  braces('a.scala', 'object Cart {\n  def total(items: Seq[Item]): Unit = {\n', (n) => `    count += items(${n}).price`, '  }\n}\n'),
  braces('a.swift', 'class Cart: Base {\n  func total(items: [Item]) -> Int {\n', (n) => `    count += items[${n}].price`, '  }\n}\n'),
  braces('a.dart', 'class Cart extends Base {\n  int total(List<Item> items) {\n', (n) => `    count += items[${n}].price;`, '  }\n}\n'),
  braces('a.sh', '#!/bin/sh\ntotal() {\n', (n) => `  count=$((count + price_${n}))`, '}\n', '#'),
  braces('a.lua', 'local function total(items)\n', (n) => `  count = count + items[${n + 1}].price`, 'end\n', '--'),
  braces('a.ps1', 'function Get-Total {\n', (n) => `  $count += $items[${n}].Price`, '}\n', '#'),
];

describe('every language', () => {
  it.each(samples)('cuts the body of $path and keeps its head', async ({ path, head, body, tail, comment }) => {
    const text = head + body + tail;
    const candidate = await codeCompressor({ code: 'outline' }).compress(payloadOf(text, path), contextFor(text));
    const shown = candidate?.text ?? '';
    expect(shown.startsWith(head)).toBe(true);
    expect(shown).toMatch(new RegExp(`^\\s*${comment} lines \\d+-\\d+ …$`, 'm'));
    expect(shown.split('\n').length).toBeLessThan(head.split('\n').length + tail.split('\n').length + 3);
    expect(restore(text, shown)).toBe(text);
  });

  it('has a sample here for each grammar', () => {
    const tested = new Set(samples.map(({ path }) => languageOfPath(path)?.name));
    expect(allLanguages().filter(({ name }) => !tested.has(name))).toEqual([]);
  });

  it.each(samples.filter(({ path }) => /\.(?:py|ts|go|rs|rb|php|sh|kt|scala)$/.test(path)))(
    'is guessed from the text of $path',
    ({ path, head, body, tail }) => {
      expect(guessLanguages(head + body + tail).map(({ name }) => name)).toContain(languageOfPath(path)?.name);
    },
  );
});

describe('the language of a text', () => {
  it('is told by paths in commands, by fences and by interpreters', () => {
    expect(languageOfInput({ command: 'sed -n 1,80p src/a.py' })?.name).toBe('python');
    expect(languageOfInput({ nested: { file_path: 'C:\\src\\Main.java' } })?.name).toBe('java');
    expect(languageOfInput({ query: 'hello' })).toBeUndefined();
    expect(languageOfWord('TS')?.name).toBe('typescript');
    expect(guessLanguages('import a.b.C;\n\npublic class D {\n  @Override\n  public String toString() {\n')[0]?.name).toBe('java');
    expect(guessLanguages('using System.Text;\n\nnamespace A.B\n{\n  public int C { get; set; }\n')[0]?.name).toBe('csharp');
    expect(guessLanguages("const a = require('b');\nmodule.exports = { a };\n")[0]?.name).toBe('javascript');
    expect(guessLanguages('#include <a.h>\nstatic int b(void)\n')[0]?.name).toBe('c');
    expect(guessLanguages('#!/usr/bin/env python3\nprint(1)\n')[0]?.name).toBe('python');
  });
});
