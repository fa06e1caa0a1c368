import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { locateModel, publishedModel } from '@headroom/kompress';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../test-support.ts';
import { hubEndpoint } from './hub-file.ts';
import { pullModel, type PullRequest } from './pull-model.ts';

const commit = 'abcdefabcdefabcdefabcdefabcdefabcdefabcd';
const weights = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251));
const tokenizer = Buffer.from('{"model":{}}');

/** How the hub behaves in one test. */
interface Hub {
  /** Bytes of the weights that one answer gives before the connection breaks. */
  breaksAfter?: number;
  ranges: 'served' | 'ignored';
  refusal?: number;
  weightsHash: string;
  readonly seen: string[];
}

let hub: Hub;
let server: Server;
let endpoint: string;
let folder: ReturnType<typeof temporaryFolder>;

/** Answers as the hub does: facts in the first answer, a redirect for the large file, the bytes elsewhere. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url = '' } = request;
  hub.seen.push(`${method} ${url.split('/').at(-1) ?? ''} ${request.headers.range ?? ''}`.trim());
  if (hub.refusal !== undefined) return void response.writeHead(hub.refusal).end();
  if (url.startsWith('/elsewhere')) return sendWeights(request, response);
  const facts = { 'x-repo-commit': commit };
  if (url.endsWith('.onnx')) {
    const { length } = weights;
    response
      .writeHead(302, { ...facts, location: '/elsewhere/weights', 'x-linked-size': length, 'x-linked-etag': `"${hub.weightsHash}"` })
      .end();
    return;
  }
  if (!url.endsWith('.json')) return void response.writeHead(404).end();
  const hash = createHash('sha1').update(`blob ${tokenizer.length}\0`).update(tokenizer).digest('hex');
  response
    .writeHead(200, { ...facts, etag: `"${hash}"`, 'content-length': tokenizer.length })
    .end(method === 'HEAD' ? undefined : tokenizer);
}

function sendWeights(request: IncomingMessage, response: ServerResponse): void {
  const from = hub.ranges === 'served' ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
  const rest = weights.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length });
  if (hub.breaksAfter === undefined) return void response.end(rest);
  response.write(rest.subarray(0, hub.breaksAfter), () => setTimeout(() => response.destroy(), 20));
}

const pull = (request: Partial<PullRequest> = {}): Promise<readonly string[]> =>
  pullModel({ endpoint, cache: folder.path('hub'), onFile: () => () => undefined, ...request });

beforeEach(async () => {
  hub = { ranges: 'served', weightsHash: createHash('sha256').update(weights).digest('hex'), seen: [] };
  folder = temporaryFolder();
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  folder.remove();
});

describe('pullModel', () => {
  it('fetches the model at its pinned commit and the tokenizer at the one that its branch points to, where both are then found', async () => {
    const progress: string[] = [];
    const files = await pull({ onFile: (path, size) => (done) => void (done === size && progress.push(`${path} ${size}`)) });
    expect(files.map((file) => existsSync(file))).toEqual([true, true, true]);
    expect(readFileSync(files[0] ?? '').equals(weights)).toBe(true);
    const located = await locateModel('kompress-v2-base', folder.path('hub'));
    expect(located.models).toEqual([files[0]]);
    expect(located).toMatchObject({ tokenizer: files[1], tokenizerConfig: files[2] });
    expect(files[0]).toContain(publishedModel.revision);
    expect(files[1]).toContain(commit);
    expect(progress).toContain(`chopratejas/kompress-v2-base/onnx/kompress-int8-wo.onnx ${weights.length}`);
  });

  it('fetches nothing twice', async () => {
    await pull();
    hub.seen.length = 0;
    await pull();
    expect(hub.seen.filter((line) => line.startsWith('GET'))).toEqual([]);
  });

  it('goes on where a connection broke', async () => {
    hub.breaksAfter = 100_000;
    await expect(pull()).rejects.toThrow(/goes on where it stopped/);
    delete hub.breaksAfter;
    const [file = ''] = await pull();
    expect(hub.seen).toContain('GET weights bytes=100000-');
    expect(readFileSync(file).equals(weights)).toBe(true);
  });

  it('begins again with a server that knows no ranges', async () => {
    hub.breaksAfter = 100_000;
    await expect(pull()).rejects.toThrow();
    delete hub.breaksAfter;
    hub.ranges = 'ignored';
    const [file = ''] = await pull();
    expect(readFileSync(file).equals(weights)).toBe(true);
  });

  it('throws away what is not what the hub named, and leaves nothing in its place', async () => {
    hub.weightsHash = '0'.repeat(64);
    await expect(pull()).rejects.toMatchObject({ code: 'download-failed', message: expect.stringContaining('thrown away') as unknown });
    const target = join(
      folder.path('hub'),
      'models--chopratejas--kompress-v2-base',
      'snapshots',
      publishedModel.revision,
      'onnx',
      'kompress-int8-wo.onnx',
    );
    expect([existsSync(target), existsSync(`${target}.incomplete`)]).toEqual([false, false]);
    // A piece that another download left is no beginning of this one.
    hub.weightsHash = createHash('sha256').update(weights).digest('hex');
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.incomplete`, Buffer.alloc(1000));
    await expect(pull()).rejects.toThrow('thrown away');
    await pull();
    expect(readFileSync(target).equals(weights)).toBe(true);
  });

  it.each([401, 404, 503])('says what a refusal by %i means', async (refusal) => {
    hub.refusal = refusal;
    await expect(pull()).rejects.toThrow(`answered ${refusal}`);
  });

  it('says so where nobody answers', async () => {
    await new Promise((resolve) => server.close(resolve));
    await expect(pull()).rejects.toThrow('HF_ENDPOINT');
    server.listen();
  });
});

describe('hubEndpoint', () => {
  it('is the one that the variable names', () => {
    expect(hubEndpoint({ HF_ENDPOINT: 'https://mirror.example/' })).toBe('https://mirror.example');
    expect(hubEndpoint({})).toMatch(/^https:/);
  });

  it.each(['nonsense', 'file:///etc', 'mirror.example'])('says what is wrong with %s', (endpoint) => {
    expect(() => hubEndpoint({ HF_ENDPOINT: endpoint })).toThrow(/HF_ENDPOINT must be an address/);
  });
});
