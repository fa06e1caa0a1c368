import { describe, expect, it } from 'vitest';
import type { ContentKind } from '../types/content-kind.ts';
import { detectKind } from './detect-kind.ts';

const repeated = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const names = ['cache', 'queue', 'mail', 'index', 'user', 'order'];
const name = (index: number): string => names[index % names.length]!;

const logs: readonly (readonly [title: string, text: string])[] = [
  ['several services behind their names', repeated(12, (n) => `${n % 2 === 0 ? 'web-1   ' : 'worker-1'} | INFO: took ${name(n)} ${n}`)],
  ['counted services with messages of no known form', repeated(12, (n) => `web.${n % 3}  | listening for ${name(n)} on ${3000 + n}`)],
  ['a process manager', repeated(12, (n) => `${n % 3}|api      | listening for ${name(n)} ${n}`)],
  ['fields with names, the time first', repeated(12, (n) => `time=2026-01-02T10:11:${10 + n}.5Z level=INFO msg="took ${name(n)}" ms=${n}`)],
  ['fields with names, without a time', repeated(12, (n) => `level=INFO msg="took ${name(n)}" ms=${n} user=u${n}`)],
  ['pod and container before the time', repeated(12, (n) => `web-7d9f-${n % 3} app 2026-01-02T10:11:${10 + n}Z took ${name(n)}`)],
  [
    'a letter for the level before the time',
    repeated(12, (n) => `I, [2026-01-02T10:11:${10 + n}.1 #9]  INFO -- : Completed 200 OK in ${n}ms`),
  ],
  ['a role and a written date', repeated(12, (n) => `1:M 02 Jan 2026 10:11:${10 + n}.204 * Saving ${name(n)} in the background`)],
  [
    'statements that were slow',
    repeated(
      6,
      (n) => `# Time: 2026-01-02T10:11:${10 + n}\n# Query_time: ${n}.2  Rows_sent: 1\nSET timestamp=17;\nSELECT * FROM ${name(n)};`,
    ),
  ],
  [
    'resources that are made',
    repeated(9, (n) => `thing.${name(n)}[${n}]: Creating...\nthing.${name(n)}[${n}]: Creation complete after ${n}s [id=i-${n}]`),
  ],
  [
    'an image built in numbered steps',
    repeated(9, (n) => `#${n + 5} [${n}/9] RUN make ${name(n)}\n#${n + 5} 0.34 Reading\n#${n + 5} DONE 1.${n}s`),
  ],
  [
    'tasks of a build',
    `${repeated(12, (n) => `> Task :${name(n)}:compile${n % 2 === 0 ? ' UP-TO-DATE' : ''}`)}\n\nBUILD FAILED in 12s\n31 actionable tasks: 4 executed`,
  ],
  ['a quiet make', repeated(12, (n) => `  CC [M]  drivers/net/${name(n)}${n}.o\n  LD      drivers/${name(n)}.o`)],
  [
    'tests told as Passed and Failed',
    `${repeated(12, (n) => `  Passed Tests.${name(n)}.Case${n} [${n} ms]`)}\n  Failed Tests.Orders.Total [12 ms]`,
  ],
  [
    'tests told as dots with counts',
    `${repeated(4, (n) => `..............F..............  ${n + 1}0 / 40 ( ${n + 1}5%)`)}\n\nThere was 1 failure:\n\n1) OrderTest::testTotal\nFailed asserting that 3 matches 4.\n\nFAILURES!\nTests: 40, Assertions: 90, Failures: 1.`,
  ],
  [
    'examples and their failures',
    "Order\n  when paid\n    has a total\n    is closed (FAILED - 1)\n\nFailures:\n\n  1) Order when paid is closed\n     Failure/Error: expect(order).to be_closed\n       expected it to be truthy, got false\n     # ./spec/order_spec.rb:12:in `block in <top>'\n\nFinished in 0.3 seconds\n9 examples, 1 failures\n\nrspec ./spec/order_spec.rb:12 # Order is closed",
  ],
  [
    'tests of a framework for C++',
    repeated(
      9,
      (n) =>
        `${n}: [ RUN      ] Order.${name(n)}\n${n}: [       OK ] Order.${name(n)} (0 ms)\n ${n}/9 Test  #${n}: Order.${name(n)} ....   Passed    0.0${n} sec`,
    ),
  ],
  ['answers of a probe', repeated(20, (n) => `64 bytes from 10.0.0.1: icmp_seq=${n} ttl=57 time=${n}.2 ms`)],
  ['steps with an arrow', repeated(12, (n) => `==> Downloading ${name(n)} 1.${n}\n######## 100.0%`)],
  [
    'a bundle',
    `${repeated(9, (n) => `asset ${name(n)}.${n}.js 12 KiB [emitted]\n  ./src/${name(n)}.js 1.${n} KiB [built]`)}\n\nwebpack 5.9 compiled in 1200 ms`,
  ],
  ['requests of a development server', repeated(12, (n) => `GET /${name(n)}/${n} 200 ${n}.123 ms - 512`)],
  ['facts of a configuration manager', repeated(12, (n) => `Notice: /Stage[main]/${name(n)}/File[/etc/${n}]/ensure: created`)],
  ['a playbook', repeated(4, (n) => `TASK [install ${name(n)}] ***********\nok: [web1]\nchanged: [web2]\nskipping: [db1]\n`)],
  ['a debugger', repeated(8, (n) => `Breakpoint ${n + 1}, main (argc=1) at a.c:${n}\n(gdb) bt\n#1  0x00007ffff7 in main () at a.c:3`)],
  [
    'frames of a debugger with their variables, which are no settings under comments',
    repeated(
      6,
      (n) =>
        `#${n}  0x00005555555552a${n} in step_${name(n)} (depth=${n}) at loop.c:1${n}\n        total = ${n}\n        label = "${name(n)}"\n        next = <optimized out>\n        seen = 0`,
    ),
  ],
  [
    'a push that was refused',
    'Enumerating objects: 120, done.\nCounting objects: 100% (120/120), done.\nWriting objects: 100% (80/80), 12.00 KiB, done.\nremote: error: GH006: protected branch\n ! [remote rejected] main -> main (hook declined)\nerror: failed to push some refs',
  ],
  [
    'a report of failed tests that quotes sources',
    repeated(
      4,
      (n) =>
        `_____________________ test_${name(n)} _____________________\n\n    def test_${name(n)}():\n        total = add(1, 2)\n>       assert total == ${n}\nE       assert 3 == ${n}\n\ntests/test_a.py:${n}: AssertionError`,
    ) +
      '\n=================== short test summary info ===================\nFAILED tests/test_a.py::test_cache - assert 3 == 0\nFAILED tests/test_a.py::test_mail - assert 3 == 2\n4 failed in 0.12s',
  ],
];

const others: readonly (readonly [title: string, kind: ContentKind, text: string])[] = [
  [
    'keys of one level with sentences',
    'config',
    repeated(12, (n) => `${name(n)}_${n}: it is the ${name(n)} of the house and all that is in it`),
  ],
  ['a table with bars and repeated names', 'table', repeated(20, (n) => `${name(n % 2)} | ${n} | ${n * 3} | done`)],
  ['YAML with deep keys', 'config', repeated(12, (n) => `${name(n)}${n}:\n    image: a/b:${n}\n    restart: always`)],
  [
    'comments of a shell script',
    'code',
    '#!/bin/sh\n# 1 build\nset -e\nfor f in *.c; do\n  cc -c "$f"\ndone\n# 2 link\ncc -o app *.o\necho done',
  ],
  [
    'requests and answers with their headers',
    'terminal',
    '> GET /a HTTP/1.1\n> Host: example.com\n> Accept: */*\n>\n< HTTP/1.1 200 OK\n< Content-Type: text/html\n< Content-Length: 3\n<\nabc',
  ],
];

const further: readonly (readonly [title: string, kind: ContentKind, text: string])[] = [
  [
    'directives in blocks',
    'config',
    repeated(
      4,
      (n) =>
        `server {\n    listen 80${n};\n    server_name ${name(n)}.example.com;\n    location / {\n        proxy_pass http://127.0.0.1:300${n};\n    }\n}`,
    ),
  ],
  [
    'a plan of resources',
    'config',
    repeated(6, (n) => `  + resource "bucket" "${name(n)}" {\n      + arn    = (known after apply)\n      + bucket = "b-${n}"\n    }\n`),
  ],
  [
    'a program with blocks and calls',
    'code',
    repeated(4, (n) => `function ${name(n)}(a) {\n  if (a > ${n}) {\n    run(a);\n  }\n  return a + ${n};\n}`),
  ],
  ['rows as statements', 'text', repeated(20, (n) => `INSERT INTO orders (id, name, total) VALUES (${n}, '${name(n)}', ${n * 3}.50);`)],
  ['a schema', 'code', repeated(6, (n) => `CREATE TABLE ${name(n)} (\n  id integer PRIMARY KEY,\n  name text NOT NULL\n);`)],
  ['what several people said', 'prose', repeated(12, (n) => `ann: did the ${name(n)} come back to you?\nbo: yes, it did, and it is fine`)],
  [
    'records of labelled values',
    'terminal',
    repeated(6, (n) => `boat ${n} of the fleet\nName:       ${name(n)}\nLength:     ${n} m\nBerth:      ${n * 3}\nOwner:      nobody`),
  ],
  ['rows under comments', 'table', `# exported by a tool\n# unit: mm\nid,name,total\n${repeated(20, (n) => `${n},${name(n)},${n * 3}`)}`],
];

describe('lines of tools', () => {
  it.each(logs)('%s is a log, short or long', (_, text) => {
    expect(detectKind(text)).toMatchObject({ kind: 'log' });
    expect(detectKind(`${text}\n`.repeat(6))).toMatchObject({ kind: 'log' });
  });

  it.each(further)('%s is told apart', (_, kind, text) => {
    expect(detectKind(text)).toMatchObject({ kind });
    expect(detectKind(`${text}\n`.repeat(6))).toMatchObject({ kind });
  });

  it.each(others)('%s is none', (_, kind, text) => {
    expect(detectKind(text)).toMatchObject({ kind });
  });
});
