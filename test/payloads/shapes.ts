import { searchRows, timestamp } from './search-rows.ts';
import { seededRandom } from './seeded-random.ts';
import { fillers, people, surnames, topics } from './vocabulary.ts';

/** A question about a payload, and strings that all stand in view where it can be answered. */
export interface Question {
  readonly question: string;
  readonly facts: readonly string[];
}

/** A generated tool result with questions about it. */
export interface GeneratedPayload {
  readonly text: string;
  readonly questions: readonly Question[];
}

/** Tool results of several shapes, none of them like any file of a corpus; the seed decides the data. */
export const shapes: Readonly<Record<string, (seed: number) => GeneratedPayload>> = {
  'search results': searchResults,
  'nested issues': nestedIssues,
  'sparse events': sparseEvents,
  'time series': timeSeries,
  'metrics by name': metricsByName,
  'JSON lines': jsonLines,
  'service configuration': serviceConfiguration,
  'hashes only': hashesOnly,
};

/** Some rows spread over the whole, never the first or the last, which every method shows. */
function spread<T>(rows: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, index) => rows[Math.floor(((index + 0.5) / count) * rows.length)]).flatMap((row) => row ?? []);
}

function searchResults(seed: number): GeneratedPayload {
  const rows = searchRows(200, seed);
  const questions = spread(rows, 8).map((row) => ({
    question: `Who wrote the article "${row.title}" and what is its id?`,
    facts: [row.author, row.id],
  }));
  return { text: JSON.stringify({ total: rows.length, results: rows }), questions };
}

function nestedIssues(seed: number): GeneratedPayload {
  const random = seededRandom(seed);
  const user = () => ({
    id: random.whole(1e5, 9e5),
    login: `${random.pick(people)}${random.pick(surnames)}`.toLowerCase(),
    site_admin: false,
  });
  const issues = Array.from({ length: 80 }, (_, index) => ({
    id: 900_000 + index * 37,
    number: 400 + index,
    title: `${random.pick(topics)} ${random.words(fillers, 3)} ${random.pick(topics)} ${random.pick(topics)}`,
    state: random.next() < 0.9 ? 'open' : 'closed',
    user: user(),
    labels: Array.from({ length: random.whole(0, 3) }, () => ({ name: random.pick(topics), color: random.hex(6), default: false })),
    assignee: random.next() < 0.3 ? user() : null,
    comments: random.whole(0, 40),
    created_at: timestamp(random),
    body: Array.from({ length: random.whole(8, 40) }, () => `${random.pick(fillers)} ${random.pick(topics)}`).join(' '),
  }));
  const questions = spread(issues, 8).map((issue) => ({
    question: `Who opened issue number ${issue.number}?`,
    facts: [String(issue.number), issue.user.login],
  }));
  return { text: JSON.stringify(issues, undefined, 2), questions };
}

function sparseEvents(seed: number): GeneratedPayload {
  const random = seededRandom(seed);
  const events = Array.from({ length: 300 }, (_, index) => ({
    sequence: index,
    at: timestamp(random),
    service: random.pick(topics.slice(0, 8)),
    level: 'info',
    message: `${random.pick(topics)} ${random.pick(fillers)} ${random.pick(topics)}`,
    ...(random.next() < 0.1 ? { retry: random.whole(1, 5) } : {}),
    ...(index % 60 === 31 ? { level: 'error', error: { code: `E${random.whole(1000, 9999)}`, message: random.words(topics, 4) } } : {}),
  }));
  const failed = events.flatMap(({ error }) => error ?? []);
  return {
    text: JSON.stringify({ events }),
    questions: failed.map(({ code, message }) => ({ question: 'Which errors occurred?', facts: [code, message] })),
  };
}

function timeSeries(seed: number): GeneratedPayload {
  const random = seededRandom(seed);
  const start = 1_760_000_000;
  const points = Array.from({ length: 400 }, (_, index) => ({
    time: start + index * 300,
    value: Number((20 + 3 * Math.sin(index / 20) + random.next()).toFixed(2)),
    unit: 'C',
  }));
  const spikes = [97, 211, 333].flatMap((index) => points[index] ?? []);
  for (const [index, spike] of spikes.entries()) spike.value = 180 + index * 7.25;
  return {
    text: JSON.stringify({ station: `station-${random.hex(4)}`, points }),
    questions: spikes.map(({ time, value }) => ({ question: 'Which readings are far from normal?', facts: [String(time), String(value)] })),
  };
}

function metricsByName(seed: number): GeneratedPayload {
  const random = seededRandom(seed);
  const names = Array.from({ length: 150 }, () => `${random.pick(topics)}_${random.pick(topics)}_${random.hex(3)}`);
  const metrics = Object.fromEntries(
    names.map((name) => [name, { type: random.pick(['counter', 'gauge']), value: random.whole(0, 1e6), healthy: true }]),
  );
  return {
    text: JSON.stringify({ host: `host-${random.hex(6)}`, metrics }, undefined, 2),
    questions: spread(names, 8).map((name) => ({ question: `What is the value of ${name}?`, facts: [name, String(metrics[name]?.value)] })),
  };
}

function jsonLines(seed: number): GeneratedPayload {
  const random = seededRandom(seed);
  const lines = Array.from({ length: 250 }, () => ({
    time: timestamp(random),
    status: random.next() < 0.97 ? 200 : 503,
    method: random.pick(['GET', 'GET', 'POST']),
    path: `/api/${random.pick(topics)}/${random.whole(1, 999)}`,
    duration_ms: random.whole(2, 90),
    trace: random.hex(16),
  }));
  const failed = lines.filter(({ status }) => status === 503);
  return {
    text: lines.map((line) => JSON.stringify(line)).join('\n'),
    questions: failed.slice(0, 8).map(({ path, trace }) => ({ question: 'Which requests failed with 503?', facts: [path, trace] })),
  };
}

function serviceConfiguration(seed: number): GeneratedPayload {
  const random = seededRandom(seed);
  const services = Array.from({ length: 30 }, (_, index) => ({
    name: `${random.pick(topics)}-${index}`,
    replicas: random.whole(1, 9),
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: `${random.whole(2, 8) * 100}m`, memory: '512Mi' } },
    environment: Object.fromEntries(
      Array.from({ length: 6 }, () => [`${random.pick(topics)}_${random.pick(topics)}`.toUpperCase(), random.hex(12)]),
    ),
    probes: { liveness: { path: '/healthz', period: 10 }, readiness: { path: '/readyz', period: 5 } },
  }));
  return {
    text: JSON.stringify({ version: 3, services }, undefined, 2),
    questions: spread(services, 8).map(({ name, resources }) => ({
      question: `What is the cpu limit of ${name}?`,
      facts: [name, resources.limits.cpu],
    })),
  };
}

/** No form makes this shorter by much: it says what an attempt costs. */
function hashesOnly(seed: number): GeneratedPayload {
  const random = seededRandom(seed);
  const hashes = Array.from({ length: 200 }, () => random.hex(40));
  return {
    text: JSON.stringify(hashes),
    questions: spread(hashes, 8).map((hash) => ({ question: `Is ${hash} in the list?`, facts: [hash] })),
  };
}
