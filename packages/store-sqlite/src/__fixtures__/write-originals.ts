// A process of its own that writes originals to the file named first, until it has written as many as named third or is killed. A line on standard output says that
// one was acknowledged: `HANDLE INDEX`. The texts are those of originalText().
import { writeSync } from 'node:fs';
import { createSqliteStore } from '../sqlite-store.ts';
import { originalText } from './original-text.ts';

const [path = '', writer = '', count = '0'] = process.argv.slice(2);
const store = createSqliteStore({ path });
try {
  for (let index = 0; index < Number(count); index += 1) {
    const handle = await store.put({ scope: 'shared', text: originalText(writer, index) });
    // Synchronously: an acknowledgement that waits in a buffer would be lost with the process.
    writeSync(1, `${handle} ${index}\n`);
  }
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  writeSync(1, `failed ${code}\n`);
}
await store.close();
