import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anthropicMessages } from './anthropic-messages.ts';
import { openAiChat } from './openai-chat.ts';
import { openAiResponses } from './openai-responses.ts';
import type { Answer, FakeRequest, Script, WireBody, WireFormat, WireWriter } from './types.ts';

/** A provider on loopback: speaks the formats of real ones, answers from a script, remembers every request. */
export interface FakeProviderServer {
  /** Such as `http://127.0.0.1:40123/v1`: the base URL for the provider packages. */
  readonly url: string;
  readonly requests: readonly FakeRequest[];
  /** Forgets the requests so far, for the next test. */
  forget(): void;
  close(): Promise<void>;
}

const writers: Record<WireFormat, WireWriter> = {
  'openai-chat': openAiChat,
  'openai-responses': openAiResponses,
  'anthropic-messages': anthropicMessages,
};

/** Starts a server; answers of a `stream: true` request go out as server-sent events in many small pieces. */
export async function startFakeProviderServer(script: Script): Promise<FakeProviderServer> {
  let requests: FakeRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) =>
      fail(outgoing, 500, error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const format = formatOf(incoming.url ?? '');
    const raw = await readAll(incoming);
    if (format === undefined) return fail(outgoing, 404, `no format for ${incoming.url ?? ''}`);
    const body = JSON.parse(raw) as WireBody;
    const request: FakeRequest = {
      format,
      raw,
      body,
      headers: incoming.headers,
      messages: body.messages ?? body.input ?? [],
      toolNames: (body.tools ?? []).map((tool) => tool.function?.name ?? tool.name ?? ''),
    };
    requests.push(request);
    const number = requests.length;
    const reply = await script(request, number - 1);
    if ('status' in reply) return fail(outgoing, reply.status, reply.message ?? 'scripted failure', reply.headers);
    const made: Answer = {
      number,
      model: body.model,
      parts: reply.parts,
      inputTokens: Math.ceil(raw.length / 4),
      outputTokens: 10,
      includeUsage: body.stream_options?.include_usage === true,
    };
    if (body.stream === true) return writeEvents(outgoing, writers[format], made);
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(JSON.stringify(writers[format].whole(made)));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    get requests() {
      return requests;
    },
    forget() {
      requests = [];
    },
    close: () => close(server),
  };
}

function formatOf(url: string): WireFormat | undefined {
  const path = url.split('?')[0] ?? '';
  if (path.endsWith('/chat/completions')) return 'openai-chat';
  if (path.endsWith('/responses')) return 'openai-responses';
  return path.endsWith('/messages') ? 'anthropic-messages' : undefined;
}

function writeEvents(outgoing: ServerResponse, writer: WireWriter, made: Answer): void {
  outgoing.setHeader('content-type', 'text/event-stream');
  for (const { event, data } of writer.events(made)) {
    if (event !== undefined) outgoing.write(`event: ${event}\n`);
    outgoing.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
  }
  outgoing.end();
}

function fail(outgoing: ServerResponse, status: number, message: string, headers: Readonly<Record<string, string>> = {}): void {
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  outgoing.statusCode = status;
  outgoing.setHeader('content-type', 'application/json');
  outgoing.end(JSON.stringify({ type: 'error', error: { type: 'scripted', message, param: null, code: null } }));
}

async function readAll(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
  });
}
