import { repeated, type LabelledText } from './labelled-text.ts';

const sentence = 'The committee has decided that the report will be published in the spring, after it was read by all of its members.';

/** Markup, code and tables, with what is easily taken for them. */
export const textsOfFiles: readonly LabelledText[] = [
  // markup
  ['an HTML document', 'html', '<!DOCTYPE html>\n<html><head><title>x</title></head><body><p>y</p></body></html>'],
  ['an HTML fragment', 'html', `<div class="list">${'<p>One <a href="/x">two</a></p>'.repeat(9)}</div>`],
  ['XML is configuration', 'config', '<?xml version="1.0"?>\n<project><dependency><id>a</id></dependency></project>'],
  // code
  [
    'Python that logs errors',
    'code',
    `import logging\nfrom os import path\n\nlogger = logging.getLogger(__name__)\n\n\ndef run(items):\n    for item in items:\n        try:\n            handle(item)\n        except ValueError as error:\n            logger.error("failed: %s", error)\n            raise\n    return True\n`,
  ],
  [
    'TypeScript',
    'code',
    "import { a } from './a.ts';\n\n/** Says it. */\nexport function say(error: Error): string {\n  if (error.message === '') return 'ERROR';\n  return `failed: ${error.message}`;\n}\n",
  ],
  [
    'Java in the Allman style, which is no JSON',
    'code',
    'package a.b;\n\npublic class Main\n{\n    private int x = 1;\n    public static void main(String[] args)\n    {\n        if (args.length > 0)\n        {\n            run(args[0]);\n        }\n    }\n}\n',
  ],
  [
    'numbered lines of cat -n',
    'code',
    repeated(
      9,
      (n) =>
        `     ${n + 1}\t${['import os', '', 'def f(x):', '    if x:', '        return os.sep', '    return None', '', 'class A:', '    pass'][n]}`,
    ),
  ],
  [
    'SQL',
    'code',
    "CREATE TABLE a (\n  id INTEGER PRIMARY KEY,\n  name TEXT NOT NULL\n);\nINSERT INTO a VALUES (1, 'x');\nSELECT *\nFROM a\nWHERE id = 1;\n",
  ],
  [
    'Python of which most is documentation',
    'code',
    repeated(4, (n) => `def run${n}(x):\n    """${sentence}\n\n    ${sentence}\n    ${sentence}\n    """\n    return x + ${n}\n`),
  ],
  [
    'a header of which most is a licence',
    'code',
    `/*\n${repeated(20, () => ` * ${sentence}`)}\n */\n#ifndef A_H\n#define A_H\n\nstruct a {\n  int b;\n};\n\n#endif\n`,
  ],
  [
    'a minified program',
    'code',
    `import{a as e}from"./a.js";${repeated(40, (n) => `function f${n}(t,r){if(t.length===0)return e(r,!0);let n=String(t);return n+r.map((e)=>e+${n}).join("")}`).replaceAll('\n', ';')}`,
  ],
  [
    'numbered lines that begin at any number',
    'code',
    repeated(
      12,
      (n) =>
        `${n + 496}:${['    def a(self, val):', '        """Says it."""', "        if self.b == 'SQ':", '            return val'][n % 4]}`,
    ),
  ],
  ['a shell script', 'code', '#!/bin/sh\nset -e\nfor f in *.log; do\n  grep ERROR "$f" || true\ndone\necho done\n'],
  [
    'a CI log with job and step before each line',
    'log',
    repeated(9, (n) => `build\tRun tests\t2026-11-02T10:00:1${n}.1234567Z compiled part ${n}`),
  ],
  // tables
  ['CSV', 'table', `id,name,price\n${repeated(9, (n) => `${n},"Name, ${n}",${n}.50`)}`],
  ['CSV with times in the first column', 'table', `time,level,value\n${repeated(9, (n) => `2024-01-15 10:30:1${n},INFO,${n}`)}`],
  ['CSV with carriage returns alone', 'table', `id,name,price\n${repeated(9, (n) => `${n},n${n},${n}.50`)}`.replaceAll('\n', '\r')],
  [
    'CSV whose last cells may be left out',
    'table',
    `version,name,series,created,end\n${repeated(9, (n) => `${n}.0,Name${n},s${n},1993-08-1${n}${n % 2 ? ',1996-06-17' : ''}`)}`,
  ],
  ['TSV', 'table', `id\tname\tprice\n${repeated(9, (n) => `${n}\tn${n}\t${n}.50`)}`],
  ['a Markdown table', 'table', `| id | name |\n|---:|------|\n${repeated(9, (n) => `| ${n} | n${n} |`)}`],
  ['a table of a database shell', 'table', ` id | name\n----+------\n${repeated(9, (n) => `  ${n} | n${n}`)}\n(9 rows)`],
];
