import { compressorSuite } from '@headroom/conformance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { compressAlone, type Asked } from '../test-support.ts';
import { logCompressor } from './log-compressor.ts';
import { decodeLosslessLog } from './lossless-log.ts';
import { readColourless } from './lines/terminal-text.ts';
import { checkShown } from './show/test-support.ts';

const compress = (text: string, asked: Partial<Asked> = {}): Candidate | undefined =>
  compressAlone(logCompressor(), text, { kind: 'log', budget: 400, charactersPerToken: 3, ...asked });

const shown = (text: string, options: Parameters<typeof compress>[1] = {}): string => compress(text, options)?.text ?? 'unchanged';

/** A build with much noise, one failure in its middle, and a verdict. */
function failedBuild(noise = 400): string {
  const steps = Array.from({ length: noise }, (_, index) => `[${index + 1}/${noise}] Compiling module_${index} (${index * 7} ms)`);
  const failure = [
    'src/parse.ts:41:7: error TS2345: Argument of type null is not assignable',
    '    41 |   take(null);',
    '       |        ^^^^',
  ];
  const half = noise >> 1;
  return [
    ...steps.slice(0, half),
    ...failure,
    ...steps.slice(half),
    'Found 1 error in 1 file.',
    'make: *** [Makefile:12: all] Error 2',
    '',
  ].join('\n');
}

const server = Array.from({ length: 600 }, (_, index) => {
  if (index === 333) return '2024-03-01 10:05:33 WARN pool exhausted, 64 connections wait for db-7';
  if (index === 444) return '2024-03-01 10:07:24 ERROR payment 99182 declined by gateway: card expired';
  return `2024-03-01 10:0${index % 10}:${10 + (index % 50)} INFO served /items/${index} in ${index % 90} ms to user${index % 7}`;
}).join('\n');

compressorSuite({
  test: { describe, it, expect },
  createCompressor: logCompressor,
  payloads: {
    'a failed build': { kind: 'log', question: '', text: failedBuild() },
    'a server': { kind: 'log', question: 'which payment was declined?', text: server },
    'coloured progress': { kind: 'log', question: '', text: '\u001b[32mok\u001b[0m a test\n'.repeat(80) + '10 %\r20 %\r100 %\ndone\n' },
    'a short text': { kind: 'log', question: '', text: 'error: no' },
  },
  decode: decodeLosslessLog,
  equal: (decoded, original) => decoded === readColourless(original).text,
  options: { hostileLength: 150_000 },
});

describe('log compressor', () => {
  it('shows the head of a block with what it shows of it: whose frames they are', () => {
    const thread = (index: number): string =>
      [
        `"worker-${index}" #${index} prio=5 tid=0x${index + 4096}`,
        ...Array.from({ length: 8 }, (_, frame) =>
          index === 31 && frame === 6 ? '\tat app.Ledger.post(Ledger.java:77)' : `\tat app.Step${frame}.run(Step.java:${frame})`,
        ),
      ].join('\n');
    const dump = Array.from({ length: 60 }, (_, index) => thread(index)).join('\n');
    const lines = shown(dump, { question: 'Who is in Ledger.post?', budget: 300 }).split('\n');
    const frame = lines.findIndex((line) => line.includes('Ledger.post'));
    expect(lines.slice(0, frame).findLast((line) => line.startsWith('"'))).toMatch(/^"worker-31"/);
  });

  it('keeps the failure with its excerpt, the summary and the verdict', () => {
    const text = shown(failedBuild());
    expect(text).toContain(
      'src/parse.ts:41:7: error TS2345: Argument of type null is not assignable\n    41 |   take(null);\n       |        ^^^^',
    );
    expect(text).toContain('Found 1 error in 1 file.');
    expect(text).toContain('make: *** [Makefile:12: all] Error 2');
  });

  it('shows each line that holds a number of the question before what other warnings say', () => {
    const reasons = [
      'this value is never read',
      'may be used before it is set',
      'falls through to the next case',
      'shadows an earlier declaration',
    ];
    const text = Array.from({ length: 200 }, (_, n) => {
      const line = 4000 + n * 7;
      return `src/part.c:${line}:${3 + (n % 40)}: warning: ${reasons[n % 4]} [-W${'abcd'[n % 4]}]\n${line} |   put${n}(x);`;
    }).join('\n');
    const answer = shown(text, { question: 'Which warning is on line 5155?', budget: 150 });
    expect(answer).toContain('src/part.c:5155:8: warning: may be used before it is set');
    expect(answer).toContain('5155 |   put165(x);');
  });

  it('calls no line a failure for a field named after what something requires', () => {
    const text = Array.from(
      { length: 120 },
      (_, n) => `  Found link https://example.org/a-1.${n}.tar.gz (from https://example.org/a/) (requires-python:>=3.8), version: 1.${n}`,
    ).join('\n');
    expect(shown(text, { budget: 300 })).not.toContain('error-like');
  });

  it('keeps what the question asks for, and rare lines without one', () => {
    expect(shown(server, { question: 'how long did /items/512 take?' })).toContain('/items/512 ');
    const unasked = shown(server);
    expect(unasked).toContain('WARN pool exhausted');
    expect(unasked).toContain('ERROR payment 99182');
  });

  it('takes the number behind the status of an access log for the size of the answer', () => {
    const requests = Array.from(
      { length: 300 },
      (_, index) =>
        `10.1.2.${index % 9} - - [12/Dec/2030:10:11:12 +0000] "GET /book/${index} HTTP/1.1" 200 ${1000 + ((index * 7919) % 90_001)} "-" "agent/7.${index}"`,
    );
    requests[141] = requests[141]!.replace(/ 200 \d+ /, ' 200 93210 ');
    expect(shown(requests.join('\n'), { question: 'Which book is the heaviest download?', budget: 300 })).toContain('/book/141 ');
  });

  it('finds the end of a scale by unit or label, never in dates, versions and addresses', () => {
    const fetches = Array.from(
      { length: 300 },
      (_, index) =>
        `fetch 10.0.${index}.${(index * 7) % 256} lib-${index}.9.${index} took ${100 + ((index * 37) % 211)}ms size=${5000 - index} kB`,
    );
    fetches[207] = 'fetch 10.0.207.3 lib-1.0.2 took 1.2s size=3100 kB';
    fetches[208] = 'fetch 10.0.208.4 lib-1.0.3 took 931ms size=3000 kB';
    const text = fetches.join('\n');
    expect(shown(text, { question: 'Which fetch was the slowest?', budget: 300 })).toContain('took 931ms');
    expect(shown(text, { question: 'Which fetch had the largest size?', budget: 300 })).toContain('size=5000 kB');
    expect(shown(text, { question: 'Which fetch had the smallest size?', budget: 300 })).toContain('size=3000 kB');
    const queries = [
      ...fetches.map((_, index) => `LOG duration: ${1 + (index % 90)}.25 ms of query ${index}`),
      'LOG duration: 1300.997 ms while it slept at last',
    ];
    queries.splice(40, 0, queries.pop()!);
    expect(shown(queries.join('\n'), { question: 'Which query took the longest?', budget: 300 })).toContain('1300.997');
  });

  it('I11: states every gap in its place, and counts exactly what is missing', () => {
    for (const text of [failedBuild(), server]) {
      const candidate = compress(text)!;
      const missing = checkShown(text, candidate.text);
      expect(candidate.omissions).toEqual([{ unit: 'lines', count: missing, where: '', facts: candidate.omissions[0]!.facts }]);
    }
    expect(compress(server)!.omissions[0]!.facts.join()).toMatch(/^\d+×INFO$/);
  });

  it('I11: tells how many lines a shown one stands for, with their values', () => {
    const text = shown(server, { budget: 1_500 });
    const [, more, like] = /\[(\d+) offloaded lines are like line (\d+): .*user\d \(\d+×\)/.exec(text) ?? [];
    const kept = text.split('\n').filter((line) => line.includes(' INFO served ')).length;
    expect(Number(more) + kept).toBe(598);
    expect(server.split('\n')[Number(like) - 1]).toContain(' INFO served ');
  });

  it('names the values of lines like a shown one by the word before them, and tells no shares that only rise', () => {
    const progress = Array.from(
      { length: 300 },
      (_, index) => `tests/test_basket.py::test_case_${index} PASSED from node${index % 2} [${String(Math.floor(index / 3)).padStart(3)}%]`,
    );
    const statement = /\d+ offloaded lines are like line \d+.*/.exec(shown([...progress, '1 failed'].join('\n'), { budget: 1_200 }))?.[0];
    expect(statement).toMatch(/: PASSED from node[01] \(\d+×\), node[01] \(\d+×\)\]$/);
    const dots = Array.from({ length: 400 }, (_, index) => `${'.'.repeat(60)}[${String(Math.floor(index / 4)).padStart(3)}%]`);
    expect(shown([...dots, '400 passed in 3 s'].join('\n'), { budget: 1_200 })).not.toContain('are like line');
  });

  it('tells counts from values that are numbers, and names a number by the words around it', () => {
    const jobs = Array.from(
      { length: 900 },
      (_, index) =>
        `2024-01-15T10:00:${String(index % 60).padStart(2, '0')} INFO worker ${index % 2 === 0 ? 1 : 5}: job done in ${1 + ((index * 37) % 92)} ms`,
    );
    const statement = /\d+ offloaded lines are like line \d+: .*/.exec(shown(jobs.join('\n'), { budget: 1_200 }))?.[0] ?? '';
    const form = /^(\d+) offloaded .*: worker [15] \((\d+)×\), [15] \((\d+)×\); done in \d+\.\.\d+ ms\]$/;
    expect(statement).toMatch(form);
    const [, lines, ones, fives] = form.exec(statement) ?? [];
    expect(Number(ones) + Number(fives)).toBe(Number(lines));
  });

  it('tells of fewer templates where statements of all would not fit', () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => {
      const done = ['stored', 'copied', 'erased', 'locked'][index % 4]!;
      return `2024-01-15T10:00:00 INFO ${done} the block ${index} for shard-of-the-eastern-region-${(index >> 3) % 3} at rack-of-the-northern-hall-${(index >> 5) % 3}`;
    });
    const statements = shown(lines.join('\n'), { budget: 1_500 }).match(/ are like line /g) ?? [];
    expect(statements.length).toBeGreaterThan(0);
  });

  it('I11: every line that it shows is a line of the log, in its order, whatever the log', () => {
    const word = fc.constantFrom(
      'error',
      'ok',
      'warning',
      'failed',
      'test',
      'at',
      '12',
      '0',
      'x',
      'Caused by:',
      '  at f (a.js:3)',
      '\t',
      'exit code 1',
    );
    const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    const log = fc.array(fc.oneof(line, fc.constant('INFO tick')), { minLength: 30, maxLength: 160 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(log, fc.integer({ min: 60, max: 500 }), fc.constantFrom('', 'why did the test fail?'), (text, budget, question) => {
        const candidate = compress(text, { budget, question });
        if (candidate?.fidelity === 'reversible') expect(checkShown(text, candidate.text)).toBe(candidate.omissions[0]!.count);
      }),
      { numRuns: 150 },
    );
  });

  it('folds the times that a runner puts before lines, states it, and keeps them where the question is about time', () => {
    const stamped = failedBuild()
      .split('\n')
      .map((line, index) => `2026-01-02T03:04:${10 + (index % 50)}.1234567Z ${line}`)
      .join('\n');
    const text = shown(stamped);
    expect(text.split('\n')[0]).toBe('[offloaded: times before 406 lines (2026-01-02T03:04:10 to 2026-01-02T03:04:15)]');
    expect(text).toContain('\nmake: *** [Makefile:12: all] Error 2');
    expect(shown(stamped, { question: 'When did make fail?' })).toContain('Z make: *** [Makefile:12: all] Error 2');
  });

  it('says the job and step of lines once for all that follow', () => {
    const log = failedBuild()
      .split('\n')
      .map((line, index) => `${index < 300 ? 'build\tCompile' : 'build\tReport'}\t2026-01-02T03:04:05.1234567Z ${line}`)
      .join('\n');
    const candidate = compress(log)!;
    expect(candidate.text).toContain('[offloaded: jobs, steps and times before 406 lines');
    expect(candidate.text.match(/^\[in build \/ (?:Compile|Report):\]$/gm)).toEqual(['[in build / Compile:]', '[in build / Report:]']);
    expect(candidate.text.indexOf('[in build / Report:]')).toBeLessThan(candidate.text.indexOf('make: ***'));
    expect(checkShown(log, candidate.text)).toBe(candidate.omissions[0]!.count);
  });

  it('keeps the first and the last of an error that is reported often, and each error once', () => {
    const errors = Array.from({ length: 200 }, (_, index) => `ERROR request ${index} timed out after ${index + 30} ms`);
    const others = ['ERROR disk /dev/sda1 is full', 'ERROR certificate of api.local has expired'];
    const text = shown(['start', ...errors.slice(0, 80), ...others, ...errors.slice(80), 'end'].join('\n'));
    for (const line of [errors[0]!, errors.at(-1)!, ...others]) expect(text).toContain(line);
  });

  it('shows the cause below a trace', () => {
    const frames = Array.from({ length: 30 }, (_, index) => `\tat com.acme.Layer${index}.call(Layer${index}.java:${index + 10})`);
    const trace = [
      'java.lang.IllegalStateException: cannot start',
      ...frames,
      'Caused by: java.net.BindException: Address already in use',
      ...frames.slice(0, 9),
    ];
    const text = shown(
      [
        ...Array.from({ length: 300 }, (_, index) => `tick ${index}`),
        ...trace,
        ...Array.from({ length: 300 }, (_, index) => `tock ${index}`),
      ].join('\n'),
    );
    expect(text).toContain('IllegalStateException: cannot start');
    expect(text).toContain('Caused by: java.net.BindException: Address already in use');
    expect(text).toContain('Layer0.java:10');
  });

  it('makes up no verdict: a run without one gets none', () => {
    const text = shown(Array.from({ length: 500 }, (_, index) => `test ${index} ... ok`).join('\n'));
    expect(text).not.toMatch(/pass|fail|success|error/i);
  });

  it('I8: makes its own lossless text no shorter', () => {
    const whole = compress(`${'\u001b[1mwaiting\u001b[0m for the server\n'.repeat(90)}ready\n`, { fidelity: 'lossless' })!;
    expect(whole.fidelity).toBe('lossless');
    expect(compress(whole.text, { budget: 20 })).toBeUndefined();
  });

  it('says how much of an overlong line is missing', () => {
    const text = shown([...server.split('\n').slice(0, 100), `ERROR ${'payload '.repeat(3_000)}end of dump`, 'done'].join('\n'), {
      budget: 700,
    });
    expect(text).toMatch(/ERROR payload .* \[…\d+ characters of line 101 offloaded…\] .*end of dump/);
  });

  it('does not fill its room with one line that fits the question again and again', () => {
    const lines = Array.from({ length: 400 }, (_, index) =>
      index % 4 === 0
        ? `10:00:00,${100 + index} DEBUG store: SET foreign_keys = ON`
        : `10:00:00,${100 + index} DEBUG store: wrote page ${index * 13}`,
    );
    lines[301] = "Refused host header 'elsewhere.example'";
    const text = shown(lines.join('\n'), { budget: 1500, question: 'Did somebody use a foreign domain?' });
    expect(text.match(/foreign_keys/g)!.length).toBeLessThan(40);
    expect(text).toContain("'elsewhere.example'");
  });
});
