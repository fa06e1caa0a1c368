// One process of an application: takes the first turns of a conversation, compresses them with the SQLite store, reads every original that the prompt points to, and
// waits to be killed. It never closes anything.
import { writeFileSync, writeSync } from 'node:fs';
import { createHeadroom } from '@headroom/core';
import { createSqliteStore } from '@headroom/store-sqlite';
import { conversations, type Format } from './conversation.ts';

const [path = '', format = '', turns = '0', output = ''] = process.argv.slice(2);
const headroom = createHeadroom({ store: createSqliteStore({ path }), scope: 'conversation-1' });
const { messages, receipt } = await headroom.compress(conversations[format as Format](Number(turns)), { format: format as Format });
const originals: Record<string, string> = {};
for (const handle of receipt.handles) originals[handle] = (await headroom.retrieve({ hash: handle, budget: 10_000_000 })).text;
writeFileSync(output, JSON.stringify({ messages, originals }));
writeSync(1, 'ready\n');
setInterval(() => undefined, 60_000);
