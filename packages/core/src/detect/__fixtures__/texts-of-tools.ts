import { FORM_SIGNATURE } from '../../text/form-signature.ts';
import { repeated, type LabelledText } from './labelled-text.ts';

const sentence = 'The committee has decided that the report will be published in the spring, after it was read by all of its members.';

/** What commands print, settings, snapshots, documents and the rest, with what is easily taken for them. */
export const textsOfTools: readonly LabelledText[] = [
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
