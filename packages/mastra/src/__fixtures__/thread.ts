import type { MastraDBMessage } from '@mastra/core/agent';
import { LibSQLStore } from '@mastra/libsql';
import { Memory } from '@mastra/memory';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storedMarkers } from './stored-markers.ts';

/** A thread in a LibSQL file, as an application keeps one. */
export interface Thread {
  readonly memory: Memory;
  readonly storage: LibSQLStore;
  /** What an agent is given to work in this thread. */
  readonly options: { readonly memory: { readonly thread: string; readonly resource: string } };
  /** The folder of the file: another process opens it again. */
  readonly folder: string;
  /** Writes a history of another thread into this one, once. */
  seed(messages: readonly MastraDBMessage[]): Promise<void>;
  messages(): Promise<MastraDBMessage[]>;
  /** The places in the database where a marker stands. */
  markers(): string[];
  close(): Promise<void>;
}

const ids = { thread: 'thread-1', resource: 'resource-1' };

/** Opens the thread of a folder, or of a new one. */
export async function openThread(existing?: string): Promise<Thread> {
  const folder = existing ?? (await mkdtemp(join(tmpdir(), 'headroom-mastra-')));
  const storage = new LibSQLStore({ id: 'storage', url: `file:${join(folder, 'memory.db')}` });
  const memory = new Memory({ storage, options: { lastMessages: 200 } });
  let seeded = false;

  return {
    memory,
    storage,
    folder,
    options: { memory: ids },
    async seed(messages) {
      if (seeded || messages.length === 0) return;
      seeded = true;
      if ((await memory.getThreadById({ threadId: ids.thread })) !== null) return;
      await memory.createThread({ threadId: ids.thread, resourceId: ids.resource });
      // Agents save past the memory's own `saveMessages`, which trims the texts that it is given.
      await (await storage.getStore('memory'))?.saveMessages({ messages: structuredClone([...messages]) });
    },
    async messages() {
      const { messages } = await memory.recall({ threadId: ids.thread, resourceId: ids.resource, perPage: false });
      return messages;
    },
    markers: () => storedMarkers(join(folder, 'memory.db')),
    async close() {
      await storage.close();
      if (existing === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
