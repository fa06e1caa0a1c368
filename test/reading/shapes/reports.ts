import { createDraw, most, type Shape } from '../shape.ts';

/** A linter's report: messages grouped by file, rules with the same explanation each time. */
export function lintReport(): Shape {
  const draw = createDraw(83);
  const rules = [
    ['no-shadow', 'The name is already taken in the outer scope.'],
    ['eqeqeq', "Expected '===' and instead saw '=='."],
    ['no-unused', 'The variable is never read.'],
  ] as const;
  const files = Array.from({ length: 9 }, (_, index) => ({
    filePath: `/srv/app/src/${draw.pick(['core', 'ui', 'net'])}/${draw.pick(['frame', 'panel', 'socket', 'table'])}-${index}.js`,
    messages: Array.from({ length: draw.number(1, 5) }, () => {
      const [ruleId, message] = draw.pick(rules);
      return {
        ruleId,
        severity: ruleId === 'eqeqeq' ? 2 : 1,
        message,
        line: draw.number(1, 400),
        column: draw.number(1, 80),
        nodeType: 'Identifier',
      };
    }),
    fixableErrorCount: 0,
  }));
  files[6]!.messages.push({
    ruleId: 'no-constant-condition' as never,
    severity: 2,
    message: 'Unexpected constant condition.' as never,
    line: 77,
    column: 9,
    nodeType: 'Literal',
  });
  const fullest = most(files, ({ messages }) => messages.length);
  return {
    name: 'lint-report',
    text: JSON.stringify(files),
    questions: [
      { id: 'lint-constant', question: 'In which file and line is a constant condition?', answer: [files[6]!.filePath, '77'] },
      {
        id: 'lint-fullest',
        question: 'Which file has the most messages, and how many?',
        answer: [fullest.filePath, String(fullest.messages.length)],
      },
      { id: 'lint-text', question: 'What message does the rule no-shadow give?', answer: ['already taken in the outer scope'] },
      {
        id: 'lint-first',
        question: `Which rule is broken first in ${files[2]!.filePath}, and in which line?`,
        answer: [files[2]!.messages[0]!.ruleId, String(files[2]!.messages[0]!.line)],
      },
    ],
  };
}

/** Measurements: pairs of time and value per series. */
export function metricSeries(): Shape {
  const draw = createDraw(97);
  const series = ['cpu', 'disk', 'net'].map((metric) => ({
    metric: { __name__: `node_${metric}_busy`, instance: `10.0.0.${draw.number(2, 90)}:9100`, job: 'node' },
    values: Array.from({ length: 14 }, (_, index) => [1764000000 + index * 60, String(draw.number(10, 95))] as const),
  }));
  const [time, value] = most(series[1]!.values, (pair) => Number(pair[1]));
  return {
    name: 'metric-series',
    text: JSON.stringify({ status: 'success', data: { resultType: 'matrix', result: series } }),
    questions: [
      {
        id: 'metrics-peak',
        question: 'What is the highest value of node_disk_busy, and at which timestamp does it first occur?',
        answer: [value, String(time)],
      },
      { id: 'metrics-instance', question: 'Which instance reported node_net_busy?', answer: [series[2]!.metric.instance] },
      { id: 'metrics-last', question: 'What is the last value of node_cpu_busy?', answer: [series[0]!.values[13]![1]] },
    ],
  };
}

/** Log records, one JSON object a line. */
export function logRecords(): Shape {
  const draw = createDraw(101);
  const records = Array.from({ length: 30 }, (_, index) => ({
    ts: `2026-11-02T10:${String(index).padStart(2, '0')}:${String(draw.number(10, 59))}.${draw.number(100, 999)}Z`,
    level: index === 19 ? 'error' : index % 8 === 5 ? 'warn' : 'info',
    service: draw.pick(['auth', 'cart', 'mail']),
    msg: index === 19 ? 'payment refused: card expired' : `handled request ${draw.hex(8)}`,
    ms: draw.number(3, 250),
  }));
  const slowest = most(records, ({ ms }) => ms);
  return {
    name: 'log-records',
    text: records.map((record) => JSON.stringify(record)).join('\n'),
    questions: [
      {
        id: 'logs-error',
        question: 'What went wrong, in which service, and when (full timestamp)?',
        answer: ['card expired', records[19]!.service, records[19]!.ts],
      },
      {
        id: 'logs-slow',
        question: 'Which was the slowest record: how many ms, and at what timestamp?',
        answer: [String(slowest.ms), slowest.ts],
      },
      {
        id: 'logs-warn',
        question: 'How many records have the level warn?',
        answer: [String(records.filter(({ level }) => level === 'warn').length)],
      },
    ],
  };
}

/** Messages that carry JSON in a string, with quotes and line feeds. */
export function nestedStrings(): Shape {
  const draw = createDraw(113);
  const messages = Array.from({ length: 8 }, (_, index) => ({
    message_id: `m-${500 + index}`,
    receipt: draw.hex(20),
    body: JSON.stringify({
      event: index === 5 ? 'refund' : 'charge',
      amount: draw.number(100, 9999),
      currency: draw.pick(['EUR', 'SEK']),
      retry: index === 2,
    }),
    attributes: { source: 'billing', note: index === 6 ? 'said "wait",\nthen left' : '' },
  }));
  const refund = JSON.parse(messages[5]!.body) as { amount: number; currency: string };
  return {
    name: 'nested-strings',
    text: JSON.stringify({ Messages: messages }),
    questions: [
      {
        id: 'nested-refund',
        question: 'Which message is a refund: its message_id, amount and currency?',
        answer: ['m-505', String(refund.amount), refund.currency],
      },
      { id: 'nested-retry', question: 'Which message_id is a retry?', answer: ['m-502'] },
      { id: 'nested-note', question: 'What does the note of m-506 say?', answer: ['wait', 'then left'] },
    ],
  };
}
