import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { once } from 'node:events';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { seededRandom, type SeededRandom } from '../payloads/seeded-random.ts';
import { root } from '../structure/source-tree.ts';

/** A log with what a reader must find in it. */
export interface IncidentLog {
  readonly text: string;
  /** The first line of each distinct error, as the runtime worded it. */
  readonly errors: readonly string[];
}

const load = createRequire(import.meta.url);
const order = z.object({ id: z.number().int(), customer: z.string().min(1), amount: z.number().positive() });

/** What handles a request: real work of the runtime, of SQLite and of zod, which fails as these fail. */
interface Service {
  readonly database: DatabaseSync;
  readonly random: SeededRandom;
}

type Fault = (service: Service) => unknown;

/** Each fails by itself; nothing here is the text of an error. Counts are how often it strikes during the incident. */
const faults: readonly { readonly fault: Fault; readonly times: number }[] = [
  // Nothing listens on the first port.
  { times: 44, fault: () => once(connect(1, '127.0.0.1'), 'connect') },
  { times: 20, fault: ({ database }) => database.exec("insert into orders values (1, 'again', 1)") },
  { times: 14, fault: ({ random }) => order.parse({ id: random.whole(1, 900), customer: '', amount: -1 }) },
  { times: 8, fault: () => JSON.parse('{"event": "order.paid", "amount": ') as unknown },
  { times: 4, fault: () => readFile('/srv/shop/templates/receipt.html') },
  { times: 3, fault: () => fetch('http://127.0.0.1:1/', { signal: AbortSignal.abort() }) },
  { times: 2, fault: ({ database }) => database.prepare('select total from invoices where id = 1').get() },
  { times: 2, fault: () => gunzipSync(Buffer.from('not compressed at all')) },
  { times: 1, fault: () => (undefined as unknown as { customer: { name: string } }).customer.name },
  { times: 1, fault: () => new Intl.NumberFormat('de', { style: 'currency', currency: 'EURO' }) },
  { times: 1, fault: () => load('@shop/discounts') as unknown },
  { times: 1, fault: () => structuredClone({ callback: () => undefined }) },
];

const routes = [
  'GET /orders',
  'POST /orders',
  'GET /customers',
  'GET /cart',
  'PUT /cart',
  'GET /health',
  'GET /products',
  'POST /sessions',
] as const;

/**
 * Makes the log of a service that answers requests while an incident goes on: lines of access in between errors of the runtime and of libraries, thrown for real, with their
 * stacks. Clock, requests and their order are seeded; the same machine and runtime give the same text.
 */
export async function incidentLog(isLongEnough: (text: string) => boolean): Promise<IncidentLog> {
  const random = seededRandom(20_260_314);
  const database = new DatabaseSync(':memory:');
  database.exec(
    "create table orders (id integer primary key, customer text not null, amount real); insert into orders values (1, 'Ann', 12.5)",
  );
  const service = { database, random };
  const queue = shuffled(
    faults.flatMap(({ fault, times }) => Array.from({ length: times }, () => fault)),
    random,
  );
  const errors = new Set<string>();
  const lines: string[] = [];
  let clock = Date.UTC(2026, 2, 14, 2, 10);
  const say = (level: string, message: string): void => {
    clock += random.whole(3, 900);
    lines.push(`${new Date(clock).toISOString()} ${level.padEnd(5)} [shop-api-${random.whole(1, 3)}] ${message}`);
  };
  try {
    for (let request = 0; queue.length > 0 || !isLongEnough(lines.join('\n')); request += 1) {
      const id = random.hex(12);
      const route = random.pick(routes);
      const fault = request > 60 && random.next() < 0.3 ? queue.pop() : undefined;
      if (fault === undefined)
        say('INFO', `${route}/${random.whole(1, 9000)} 200 ${random.whole(1, 80)}ms request=${id} bytes=${random.whole(90, 9000)}`);
      else {
        const error = await failureOf(fault, service);
        errors.add(error.first);
        say('ERROR', `${route}/${random.whole(1, 9000)} 500 ${random.whole(80, 5000)}ms request=${id} ${error.text}`);
      }
      if (request % 90 === 0) say('DEBUG', `pool: ${random.whole(1, 20)} idle, ${random.whole(0, 9)} busy, ${random.whole(0, 4)} waiting`);
      if (request % 110 === 50) say('WARN', `event loop was blocked for ${random.whole(51, 480)} ms`);
    }
  } finally {
    database.close();
  }
  return { text: `${lines.join('\n')}\n`, errors: [...errors] };
}

/** What a logger writes of an error: its stack and its cause, the paths of this machine left out. */
async function failureOf(fault: Fault, service: Service): Promise<{ readonly first: string; readonly text: string }> {
  try {
    await fault(service);
  } catch (error) {
    const { stack = '', cause } = error as Error;
    const chain = cause instanceof Error ? [stack, `  [cause]: ${cause.stack ?? ''}`] : [stack];
    const text = chain.join('\n').replaceAll(root, '/srv/shop').replaceAll(tmpdir(), '/tmp');
    const told = (cause instanceof Error ? (cause.stack ?? '') : stack).split('\n');
    // What zod says stands in a JSON text of several lines.
    return { first: (told[0]!.endsWith('[') ? told.find((line) => line.includes('"message"'))! : told[0]!).trim(), text };
  }
  throw new Error('A fault of the incident did not fail.');
}

function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.whole(0, at);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
