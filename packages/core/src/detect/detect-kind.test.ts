import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { FORM_SIGNATURE } from '../text/form-signature.ts';
import type { ContentKind } from '../types/content-kind.ts';
import { detectKind } from './detect-kind.ts';

const repeated = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const sentence = 'The committee has decided that the report will be published in the spring, after it was read by all of its members.';

const cases: readonly (readonly [name: string, kind: ContentKind, text: string])[] = [
  // JSON
  ['an object, which a list-only detector takes for text', 'json', '{"slugs":["a","b"],"total":2}'],
  [
    'an array with title-case phrases, which is not mixed',
    'json',
    JSON.stringify(Array.from({ length: 9 }, (_, id) => ({ id, title: 'The Quick Brown Fox Jumps' }))),
  ],
  ['a pretty document', 'json', JSON.stringify({ a: [1, { b: null }], c: 'x' }, null, 2)],
  ['JSON lines', 'json', repeated(20, (id) => JSON.stringify({ id, error: 'failed', level: 'ERROR' }))],
  ['JSON lines of arrays', 'json', '["name","price"]\n["a",1]\n["b",2]'],
  ['objects separated by blanks', 'json', repeated(5, (id) => JSON.stringify({ id })).replaceAll('\n', ' ')],
  ['concatenated objects', 'json', '{"a":1}{"a":2}{"a":3}'],
  [
    'JSON after a preamble',
    'json',
    `Found 30 results for "cache":\n\n${JSON.stringify(Array.from({ length: 30 }, (_, id) => ({ id, name: `n${id}` })))}`,
  ],
  [
    'JSON after a preamble on the same line',
    'json',
    `Results: ${JSON.stringify({ items: [1, 2, 3], more: 'yes, there are more of them' })}`,
  ],
  ['JSON with a note after it', 'json', `${JSON.stringify(Array.from({ length: 30 }, (_, id) => ({ id })))}\n\n(30 of 412 rows)`],
  ['truncated JSON', 'json', JSON.stringify(Array.from({ length: 30 }, (_, id) => ({ id, name: `n${id}` }))).slice(0, 333)],
  ['JSON inside a string', 'json', JSON.stringify(JSON.stringify({ a: [1, 2], b: 'x' }))],
  ['JSON after a byte order mark', 'json', '\uFEFF{"a":1}'],
  [
    'JSON lines among which one line is none',
    'json',
    `${repeated(12, (id) => JSON.stringify({ id }))}\nwarning: slow\n${repeated(12, (id) => JSON.stringify({ id }))}`,
  ],
  [
    'a result between tags of a harness',
    'json',
    `<returncode>0</returncode>\n<output>\n${JSON.stringify({ a: [1, 2, 3] }, null, 1)}\n</output>`,
  ],
  ['a bare scalar is text', 'text', '12345'],
  ['a Python dictionary is no JSON', 'text', "{'a': 1, 'b': None}"],
  // logs
  ['a log with ISO times, which are no paths', 'log', repeated(20, (n) => `2024-01-15T10:30:${10 + n} service started worker ${n}`)],
  ['a log with clock times, which are no paths', 'log', repeated(20, (n) => `10:30:${10 + n}: connection ${n} accepted`)],
  [
    'the log of a virtual machine with its uptime before each line',
    'log',
    repeated(20, (n) => `[0.${100 + n}s][info][gc,phases] GC(${n})   Merge Heap Roots: 0.${n}ms`),
  ],
  [
    'system calls with process and time before them',
    'log',
    repeated(20, (n) => `417 10:30:${10 + n}.732448 read(${n}, "abc", 4096) = ${n * 3} <0.000010>`),
  ],
  ['a log with bracketed levels', 'log', repeated(20, (n) => `[INFO] Step ${n} of the reactor`)],
  ['syslog', 'log', repeated(20, (n) => `Jun 14 15:16:${10 + n} combo sshd(pam_unix)[19939]: authentication failure`)],
  ['an access log', 'log', repeated(12, (n) => `10.0.0.${n} - - [12/Dec/2024:10:11:12 +0000] "GET /a?b=${n} HTTP/1.1" 200 512`)],
  ['kernel messages', 'log', repeated(12, (n) => `[    ${n}.123456] usb 1-${n}: new high-speed USB device`)],
  [
    'diagnostics of a C compiler, which are no search hits',
    'log',
    repeated(12, (n) => `src/main.c:${n + 1}:5: error: 'x${n}' undeclared (first use in this function)`),
  ],
  ['diagnostics of a type checker', 'log', repeated(12, (n) => `src/index.ts(${n + 1},5): error TS2304: Cannot find name 'x${n}'.`)],
  [
    'diagnostics of a linter by file',
    'log',
    `\n/repo/src/a.js\n${repeated(9, (n) => `  ${n + 1}:3  warning  Unexpected var, use let or const  no-var`)}\n\n✖ 9 problems`,
  ],
  [
    'a Python traceback',
    'log',
    'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    main()\n  File "a.py", line 2, in main\n    raise ValueError("x")\nValueError: x',
  ],
  [
    'a Java stack trace',
    'log',
    `Exception in thread "main" java.lang.IllegalStateException: no\n${repeated(9, (n) => `\tat com.example.Main.run(Main.java:${n})`)}`,
  ],
  [
    'a test run',
    'log',
    `============ test session starts ============\n${repeated(9, (n) => `tests/test_a.py::test_${n} PASSED   [ ${n}%]`)}\n======== 9 passed in 0.12s ========`,
  ],
  ['a build', 'log', `${repeated(9, (n) => `[${n}/9] Building CXX object a${n}.o`)}\nmake: *** [Makefile:3: all] Error 1`],
  ['a log of GitHub Actions', 'log', repeated(9, (n) => `2026-04-22T16:09:37.33${n}3193Z ##[group]Run step ${n}`)],
  // search
  ['hits of grep -rn', 'search', repeated(9, (n) => `src/lib/a${n}.ts:${n + 10}:  const error = new Error('failed');`)],
  ['hits of grep without numbers', 'search', repeated(9, (n) => `./src/lib/a${n}.py:    self.error = ${n}`)],
  ['hits on a Windows drive', 'search', repeated(9, (n) => `C:\\src\\a${n}.cs:${n + 10}: throw new Exception();`)],
  ['hits with context', 'search', repeated(4, (n) => `src/a.ts-${n}9-before\nsrc/a.ts:${n + 1}0:hit\nsrc/a.ts-${n + 1}1-after\n--`)],
  [
    'a session that begins with a small diff',
    'prose',
    [
      'Question: Some tests of the router fail since the last change. What breaks?',
      'Action 1: bash[diff -u old/tree.go new/tree.go]',
      '--- old/tree.go',
      '+++ new/tree.go',
      '@@ -3,3 +3,3 @@',
      ' for {',
      '-  return n.find(x)',
      '+  return false',
      ' }',
      ...Array.from({ length: 20 }, (_, step) => [
        `Thought ${step + 2}: The change above is the only one, but the tests of part ${step} should be run again to be sure.`,
        `Action ${step + 2}: bash[go test ./part${step}]`,
        `Observation ${step + 2}: ok part${step} 0.${step}s`,
      ]).flat(),
    ].join('\n'),
  ],
  [
    'neighbouring hits under headings',
    'search',
    [
      'sys/socket.h',
      ...Array.from({ length: 30 }, (_, line) => `${line + 11}:#define SO_${line}\t${line}`),
      'sys/tcp.h',
      '60:#define TCP_MSS 2',
      '61:#define TCP_CORK 3',
    ].join('\n'),
  ],
  ['hits under headings', 'search', `src/a.ts\n12:import x\n40:use(x)\n\nsrc/b.ts\n7:import x\n90:use(x)\n`],
  ['counts', 'search', repeated(9, (n) => `packages/ai/src/a${n}.ts:${n}`)],
  [
    'events of rg --json',
    'search',
    '{"type":"begin","data":{"path":{"text":"a.ts"}}}\n{"type":"match","data":{"path":{"text":"a.ts"},"lines":{"text":"x"}}}',
  ],
  // diffs
  ['git diff', 'diff', 'diff --git a/a.ts b/a.ts\nindex 123..456 100644\n--- a/a.ts\n+++ b/a.ts\n@@ -1,2 +1,2 @@\n-a\n+b\n c'],
  [
    'git show with a message',
    'diff',
    `commit 082245dadb3854238e62b91aa95a46018cf16ef1\nAuthor: A <a@b.c>\nDate:   Mon Oct 16\n\n${repeated(120, () => `    ${sentence}`)}\n\ndiff --git a/a b/b\nindex 1..2 100644\n--- a/a\n+++ b/b\n@@ -1 +1 @@\n-x\n+y`,
  ],
  [
    'git diff --stat -p',
    'diff',
    `${repeated(30, (n) => ` lib/part/file-${n}.js | ${n + 2} +-`)}\n 30 files changed, 90 insertions(+), 12 deletions(-)\n\ndiff --git a/a b/b\nindex 1..2 100644\n--- a/a\n+++ b/b\n@@ -1 +1 @@\n-x\n+y`,
  ],
  [
    'a context diff',
    'diff',
    'diff -rc a/x.c b/x.c\n*** a/x.c\t2024\n--- b/x.c\t2024\n***************\n*** 1,2 ****\n! a\n  c\n--- 1,2 ----\n! b\n  c',
  ],
  [
    'matches under their functions',
    'search',
    repeated(20, (n) => `src/a${n % 3}.c=${n * 9 + 1}=int f${n}(void)\nsrc/a${n % 3}.c:${n * 9 + 4}:\treturn g(${n});`),
  ],
  ['a plain unified diff', 'diff', '--- old.txt\t2024\n+++ new.txt\t2024\n@@ -1,2 +1,2 @@\n-a\n+b\n c'],
  ['a rename', 'diff', 'diff --git a/a.ts b/b.ts\nsimilarity index 100%\nrename from a.ts\nrename to b.ts'],
  ['an orphaned +++ is text', 'text', '+++ b/a.ts\nxyz\nabc'],
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
  // terminal
  ['ls -la', 'terminal', `total 48\n${repeated(9, (n) => `-rw-r--r--  1 root root  ${n}128 Jan 15 09:2${n} error-${n}.log`)}`],
  ['ps', 'terminal', `  PID TTY          TIME CMD\n${repeated(9, (n) => ` 123${n} pts/0    00:00:0${n} node`)}`],
  [
    'kubectl get pods',
    'terminal',
    `NAME        READY   STATUS    RESTARTS   AGE\n${repeated(9, (n) => `web-${n}       1/1     Running   ${n}          3d`)}`,
  ],
  [
    'df',
    'terminal',
    'Filesystem      Size  Used Avail Use% Mounted on\ntmpfs            24G     0   24G   0% /dev/shm\n/dev/vda        252G   34G   68G  34% /',
  ],
  ['npm ls', 'terminal', 'a@1.0.0 /tmp/a\n├─┬ axios@1.21.1\n│ ├── follow-redirects@1.16.3\n│ └── proxy-from-env@1.1.0\n└── zod@4.6.7'],
  [
    'git log --stat',
    'terminal',
    repeated(
      4,
      (n) =>
        `commit dcaa4296d111981ffb31ac3eba90bb63e1eb5ab${n}\nAuthor: A <a@b.c>\nDate:   Sat Aug 15 09:14:19 2026\n\n    fix the error (#${n})\n\n path.go | 2 +-\n 1 file changed, 1 insertion(+)\n`,
    ),
  ],
  ['find', 'terminal', repeated(9, (n) => `./src/lib/module-${n}/index.ts`)],
  ['mount', 'terminal', repeated(9, (n) => `sysfs${n} on /sys/fs/${n} type sysfs (rw,nosuid,nodev,noexec,relatime)`)],
  [
    'an indented table of a document, whose bars are no excerpt of a source',
    'prose',
    `Endpoints\n=========\n\nEach of these is called by one method of the client, and by no other.\n\n.. table::\n\n${repeated(9, (n) => `    +---------+----------+\n    | GET /${n} | get_${n}() |`)}\n\nAll of them may fail, and then the client waits for a while.\n`,
  ],
  ['wc -l', 'terminal', repeated(9, (n) => `   ${n}19 packages/ai/src/agent-${n}.ts`)],
  ['pip list', 'terminal', `Package     Version\n----------- -------\n${repeated(9, (n) => `package-${n}   1.${n}.0`)}`],
  [
    'metrics',
    'terminal',
    repeated(9, (n) => `# HELP jobs_${n} Jobs that were done, by queue.\n# TYPE jobs_${n} counter\njobs_${n}{queue="a"} ${n}`),
  ],
  [
    'times behind the name of a container',
    'log',
    repeated(9, (n) => `web-${n % 2}   | 2024-05-01T10:00:0${n}.12Z the queue of jobs is empty`),
  ],
  [
    'times behind the name of a program',
    'log',
    repeated(9, (n) => `update-tool 2024-05-01 10:00:0${n}: the link of the group is up to date`),
  ],
  [
    'the log of a configure script',
    'log',
    `This file contains any messages produced by compilers while\nrunning configure, to aid debugging if configure makes a mistake.\n\n## --------- ##\n## Platform. ##\n## --------- ##\n\n${repeated(20, (n) => `configure:${n}7: checking for header_${n}.h\nconfigure:${n}8: gcc -c conftest.c >&5\nconfigure:${n}8: $? = 0`)}`,
  ],
  // config
  [
    'YAML with texts over several lines',
    'config',
    `reply:\n  headers:\n    Type:\n    - text/plain\n  body:\n    string: "It was a day\n${repeated(30, (n) => `      on which we had to go to the ${n}th of the hills\\`)}\n      and back."\n  status: 200\n`,
  ],
  ['YAML', 'config', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  ports:\n    - port: 80\n      name: http\n'],
  ['TOML', 'config', '[package]\nname = "a"\nversion = "1.0.0"\n\n[dependencies]\nserde = { version = "1", features = ["derive"] }\n'],
  ['INI', 'config', '[core]\nlevel = error\npath = /a\n[log]\nfile = x.log\n'],
  ['properties', 'config', 'a.b.c=1\nlog.level=ERROR\nx.y = z\nerror.page=/e\n'],
  ['.env', 'config', 'NODE_ENV=production\nLOG_LEVEL=error\nPORT=80\nHOST=x\n'],
  ['JSON with comments', 'config', '{\n  // Says it.\n  "strict": true,\n  "paths": ["a", "b"]\n}\n'],
  ['a Dockerfile', 'config', 'FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci \\\n  && npm test\nCMD ["node", "a.js"]\n'],
  // accessibility
  [
    'a snapshot with references',
    'accessibility',
    '- generic [ref=e1]:\n  - heading "Sign in" [level=1] [ref=e2]\n  - textbox "Name" [ref=e3]\n  - button "Save" [ref=e12]\n',
  ],
  ['a snapshot with node numbers', 'accessibility', 'uid=1_0 RootWebArea "Home"\n  uid=1_1 link "About"\n  uid=1_2 button "Save"\n'],
  // prose
  ['prose that mentions an error', 'prose', repeated(6, () => `${sentence} An error was found in it, and a fatal failure followed.`)],
  [
    'a Markdown document with rules and front matter, which is no log',
    'prose',
    `---\ntitle: Errors\n---\n\n# Errors\n\n${sentence}\n\n---\n\n## Warnings\n\n${sentence}\n\n- The first of the points is that it fails.\n- [A link](https://example.com) to the second of them.\n`,
  ],
  ['a transcript', 'prose', repeated(9, (n) => `[${n}] Project Manager: Okay , so that is what we have to do for the next meeting .`)],
  ['retrieved passages', 'prose', repeated(5, (n) => `[Document ${n}] Oxygen\n${sentence}\n`)],
  [
    'Chinese',
    'prose',
    repeated(5, () => '推动欧盟形成的主要条约从《煤钢共同体条约》开始，然后是《原子能共同体条约》，建立了更加完善的机构。'),
  ],
  // mixed
  [
    'a large fenced block in a text',
    'mixed',
    `Here is what the tool said:\n\n\`\`\`json\n${JSON.stringify(
      Array.from({ length: 90 }, (_, id) => ({ id })),
      null,
      1,
    )}\n\`\`\`\n\n${sentence}\n`,
  ],
  ['a document with a short example stays a document', 'prose', `# Use\n\n${repeated(9, () => `${sentence}\n`)}\n\`\`\`js\na();\n\`\`\`\n`],
  // form and rest
  ['what Headroom rendered', 'form', `${FORM_SIGNATURE}\nid,name\n1,a`],
  ['server-sent events, which are no YAML', 'text', repeated(9, (n) => `event: delta\ndata: {"n":${n}}\n`)],
  ['a hexadecimal dump', 'text', repeated(20, (n) => `000000${10 + n}: 7f45 4c46 0201 0100 0000 0000 0000 00${10 + n}  .ELF............`)],
  ['identifiers', 'text', repeated(30, (n) => `2b4d502b-9565-49fd-83d7-7f30abf9${(0x1000 + n * 77).toString(16)}`)],
  ['wrapped base64', 'text', repeated(30, (n) => `iVBORw0KGgoAAAANSUhEUgAABqwAAAPACAYAAABAWlgnAAAMFWlDQ1BJQ0MgUHJvZmlsZQAASIm${n % 10}`)],
  ['nothing', 'text', ''],
  ['white space', 'text', ' \n\t\n'],
];

describe('detectKind', () => {
  it.each(cases)('%s', (_, kind, text) => {
    const detection = detectKind(text);
    expect(detection.kind, detection.evidence).toBe(kind);
    expect(detection.confidence).toBeGreaterThanOrEqual(0);
    expect(detection.confidence).toBeLessThanOrEqual(1);
  });

  it('takes the signature of a form for one only where it is the whole first line', () => {
    expect(detectKind(FORM_SIGNATURE).kind).toBe('form');
    expect(detectKind(`${FORM_SIGNATURE}x`).kind).not.toBe('form');
    expect(detectKind(`x\n${FORM_SIGNATURE}\n1`).kind).not.toBe('form');
  });

  it('I4: tells the same of the same text', () => {
    for (const [, , text] of cases) expect(detectKind(text)).toEqual(detectKind(text));
  });

  it('takes every valid object or array for JSON, however it is laid out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.object(), fc.array(fc.jsonValue())), fc.constantFrom(0, 1, 2, '\t'), (value, indent) => {
        expect(['json', 'search']).toContain(detectKind(JSON.stringify(value, null, indent)).kind);
      }),
      { numRuns: 300 },
    );
  });

  it('I6: never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(detectKind(text).kind).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'a',
    ' ',
    '[',
    '{',
    '"',
    '\\',
    '`',
    '```\n',
    '~~~\n',
    '<',
    '<a ',
    '- ',
    '\n',
    '\t',
    '1:',
    '[{"":',
    '|',
    ',',
    '\u001b[',
    '\ud800',
    '|-',
    '+',
    '@@ ',
  ])('I6: 1 MB of %j is told apart in bounded time', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(() => detectKind(text)).not.toThrow();
  });
});
