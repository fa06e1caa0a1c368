import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { handlesIn, play, say, startFakeProviderServer } from '../../../test/support/fake-provider-server/index.ts';
import { prefixBreaks } from './__fixtures__/stage.ts';
import { fullStory, question } from './__fixtures__/story.ts';
import { openThread } from './__fixtures__/thread.ts';

const hooks = new URL('../../../test/support/resolve-source.mjs', import.meta.url).href;
const oneProcess = fileURLToPath(new URL('./__fixtures__/one-process.ts', import.meta.url));

it.each(['openai', 'anthropic'])(
  'I3: %s: a process of the operating system goes on where another one ended, with an empty store',
  async (name) => {
    const server = await startFakeProviderServer(play([...fullStory, () => [say('Goodbye.')]]));
    const thread = await openThread();
    for (const words of [question, 'Thanks.']) {
      const child = spawn(process.execPath, ['--import', hooks, oneProcess, thread.folder, server.url, name, words], { stdio: 'inherit' });
      expect(await once(child, 'exit')).toEqual([0, null]);
    }
    expect(server.requests).toHaveLength(6);
    expect(prefixBreaks(server.requests)).toEqual([]);
    expect(handlesIn(server.requests.at(-1)?.raw ?? '')).toHaveLength(1);
    expect(thread.markers()).toEqual([]);
    await thread.close();
    await server.close();
  },
);
