import { repeated, type LabelledText } from './labelled-text.ts';

const sentence = 'The committee has decided that the report will be published in the spring, after it was read by all of its members.';

/** JSON, logs, hits of a search and diffs, with what is easily taken for them. */
export const textsOfRecords: readonly LabelledText[] = [
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
  [
    'attempts of a loop without times, which read as sentences',
    'log',
    `${repeated(30, (n) => `wait-for-db: attempt ${n}: could not connect to 127.0.0.1:5432 (connection refused); sleeping 0.5 s`)}\nwait-for-db: attempt 31: connected`,
  ],
  [
    'steps of a program that names what it found',
    'log',
    repeated(30, (n) => `  Found link https://example.org/packages/${n}/a-1.${n}.tar.gz (from https://example.org/simple/a/), version: 1.${n}`),
  ],
  // search
  ['hits in a commit', 'search', repeated(9, (n) => `v1.2:src/lib/a${n}.ts:${n + 10}:  const error = new Error('failed');`)],
  ['hits in a commit under headings', 'search', 'HEAD~2:src/a.ts\n12:import x\n40:use(x)\n\nHEAD~2:src/b.ts\n7:import x\n90:use(x)\n'],
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
];
