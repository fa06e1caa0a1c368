import { createDraw, most, type Shape } from '../shape.ts';

const words = ['ledger', 'gateway', 'retry', 'cache', 'index', 'shard', 'queue', 'token', 'parser', 'scheduler', 'replica', 'webhook'];

/** Search hits: flat rows of nine fields with prose. */
export function searchHits(): Shape {
  const draw = createDraw(11);
  const rows = Array.from({ length: 25 }, (_, index) => ({
    id: 4100 + index * 7,
    title: `How the ${draw.pick(words)} meets the ${draw.pick(words)}`,
    url: `https://docs.example.com/${draw.pick(words)}/${draw.hex(6)}`,
    score: draw.number(100, 999) / 1000,
    snippet: `When the ${draw.pick(words)} is full, the ${draw.pick(words)} waits ${draw.number(2, 90)} seconds before it asks again.`,
    author: draw.pick(['mara', 'ivo', 'selin', 'tomas']),
    updated_at: `2026-0${draw.number(1, 9)}-${String(draw.number(10, 28))}T08:00:00Z`,
    tags: [draw.pick(words), draw.pick(words)],
    lang: index === 17 ? 'pt' : 'en',
  }));
  const best = most(rows, ({ score }) => score);
  const foreign = rows[17]!;
  return {
    name: 'search-hits',
    text: JSON.stringify(rows),
    questions: [
      { id: 'hits-best', question: 'Which hit (id) has the highest score, and who is its author?', answer: [String(best.id), best.author] },
      { id: 'hits-lang', question: 'One hit is not in English. Give its id and its full url.', answer: [String(foreign.id), foreign.url] },
      {
        id: 'hits-date',
        question: `When was the hit with id ${rows[5]!.id} last updated, and which tags does it have?`,
        answer: [rows[5]!.updated_at, ...rows[5]!.tags],
      },
    ],
  };
}

/** Issues of a tracker: nested people, labels, nullable fields, URLs that follow from other columns. */
export function trackerIssues(): Shape {
  const draw = createDraw(23);
  const people = ['akira', 'bodil', 'chen', 'dunya'].map((login, index) => ({
    login,
    id: 9000 + index * 13,
    html_url: `https://code.example.com/${login}`,
    type: 'User',
    site_admin: login === 'chen',
  }));
  const labels = ['bug', 'docs', 'question'].map((name, index) => ({ id: 70 + index, name, color: draw.hex(6), default: true }));
  const issues = Array.from({ length: 16 }, (_, index) => ({
    url: `https://api.code.example.com/repos/acme/kiln/issues/${300 - index}`,
    html_url: `https://code.example.com/acme/kiln/issues/${300 - index}`,
    number: 300 - index,
    title: `The ${draw.pick(words)} loses a ${draw.pick(words)}`,
    user: draw.pick(people),
    labels: index % 3 === 0 ? [draw.pick(labels)] : [],
    state: index === 4 || index === 9 ? 'closed' : 'open',
    assignee: index === 6 ? people[1] : null,
    milestone: null,
    comments: draw.number(0, 40),
    locked: index === 12,
    body: index === 3 ? null : `Seen on build ${draw.number(1000, 9999)}.`,
  }));
  const busiest = most(issues, ({ comments }) => comments);
  return {
    name: 'tracker-issues',
    text: JSON.stringify(issues, null, 2),
    questions: [
      {
        id: 'issues-assigned',
        question: 'Which issue number has an assignee, and who is it?',
        answer: [String(issues[6]!.number), 'bodil'],
      },
      {
        id: 'issues-comments',
        question: 'Which issue number has the most comments, and how many?',
        answer: [String(busiest.number), String(busiest.comments)],
      },
      { id: 'issues-closed', question: 'Which issue numbers are closed?', answer: [String(issues[4]!.number), String(issues[9]!.number)] },
      {
        id: 'issues-author',
        question: `Who opened issue ${issues[8]!.number}, and what is that person's numeric user id?`,
        answer: [issues[8]!.user.login, String(issues[8]!.user.id)],
      },
      { id: 'issues-url', question: `What is the html_url of issue ${issues[10]!.number}?`, answer: [issues[10]!.html_url] },
      {
        id: 'issues-bugs',
        question: 'Which issue numbers are labelled bug?',
        answer: issues.filter((issue) => issue.labels.some(({ name }) => name === 'bug')).map((issue) => String(issue.number)),
      },
      { id: 'issues-locked', question: 'Which issue number is locked?', answer: [String(issues[12]!.number)] },
    ],
  };
}

/** Orders with items inside: rows in rows. */
export function ordersWithItems(): Shape {
  const draw = createDraw(37);
  const orders = Array.from({ length: 12 }, (_, index) => ({
    order_id: `#W${draw.number(1000000, 9999999)}`,
    user_id: `${draw.pick(['ana', 'raj', 'lee', 'omar'])}_${draw.number(1000, 9999)}`,
    status: index === 7 ? 'cancelled' : draw.pick(['delivered', 'pending']),
    address: { city: draw.pick(['Porto', 'Graz', 'Lund', 'Oulu']), zip: String(draw.number(10000, 99999)) },
    items: Array.from({ length: draw.number(1, 4) }, () => ({
      name: draw.pick(['kettle', 'lamp', 'desk', 'chair']),
      item_id: String(draw.number(1000000000, 9999999999)),
      price: draw.number(1000, 90000) / 100,
      options: { color: draw.pick(['red', 'white', 'black']), size: draw.pick(['S', 'M', 'L']) },
    })),
  }));
  const items = orders.flatMap((order) => order.items.map((item) => ({ order, item })));
  const dearest = most(items, ({ item }) => item.price);
  return {
    name: 'orders-with-items',
    text: JSON.stringify(orders),
    questions: [
      {
        id: 'orders-dearest',
        question: 'What is the price of the most expensive item, and in which order_id does it stand?',
        answer: [String(dearest.item.price), dearest.order.order_id],
      },
      {
        id: 'orders-cancelled',
        question: 'Which order_id is cancelled, and to which city was it to go?',
        answer: [orders[7]!.order_id, orders[7]!.address.city],
      },
      { id: 'orders-option', question: `Which colour has the item ${items[5]!.item.item_id}?`, answer: [items[5]!.item.options.color] },
      { id: 'orders-zip', question: `What is the zip of the order ${orders[2]!.order_id}?`, answer: [orders[2]!.address.zip] },
    ],
  };
}

/** Events whose fields differ from row to row. */
export function sparseEvents(): Shape {
  const draw = createDraw(41);
  const events = Array.from({ length: 24 }, (_, index) => ({
    seq: 800 + index,
    type: draw.pick(['deploy', 'alert', 'login', 'billing']),
    ...(index % 4 === 0 ? { region: draw.pick(['eu-1', 'us-2', 'ap-3']) } : {}),
    ...(index === 13 ? { rollback: true, reason: 'checksum mismatch in layer 4' } : {}),
    ...(index % 5 === 2 ? { duration_ms: draw.number(10, 5000) } : {}),
    ...(index % 6 === 1 ? { actor: { name: draw.pick(words), mfa: index !== 7 } } : {}),
    ...(index === 20 ? { note: '' } : {}),
  }));
  const slowest = most(events, (event) => ('duration_ms' in event ? (event.duration_ms ?? 0) : 0));
  return {
    name: 'sparse-events',
    text: JSON.stringify({ events, next: null }),
    questions: [
      {
        id: 'events-rollback',
        question: 'Which event (seq) was a rollback, and what was the reason?',
        answer: ['813', 'checksum mismatch in layer 4'],
      },
      {
        id: 'events-slow',
        question: 'Which event (seq) has the longest duration_ms, and how long is it?',
        answer: [String(slowest.seq), String('duration_ms' in slowest ? slowest.duration_ms : '')],
      },
      { id: 'events-mfa', question: 'Which event (seq) has an actor without mfa?', answer: ['807'] },
      {
        id: 'events-region',
        question: 'Which region does the event with seq 808 have?',
        answer: [String((events[8] as { region?: string }).region)],
      },
    ],
  };
}
