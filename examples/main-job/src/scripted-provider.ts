import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message of the request, as the provider's wire format has it. */
export interface WireMessage {
  readonly role: string;
  readonly content: string | null;
  readonly tool_calls?: readonly { readonly function: { readonly name: string; readonly arguments: string } }[];
}

/** One request that reached the provider. */
export interface WireRequest {
  readonly body: string;
  readonly messages: readonly WireMessage[];
  readonly tools: readonly { readonly function: { readonly name: string } }[];
}

/** What the script answers: a tool call or a closing text. */
export type ScriptedReply = { readonly call: string; readonly input: unknown } | { readonly text: string };

/** A provider on loopback that speaks OpenAI's chat completions and answers from a script. */
export interface ScriptedProvider {
  readonly url: string;
  readonly requests: readonly WireRequest[];
  close(): Promise<void>;
}

/** Starts the provider; `script` sees each request as a real model would: nothing but its messages and tools. */
export async function startScriptedProvider(script: (request: WireRequest, round: number) => ScriptedReply): Promise<ScriptedProvider> {
  const requests: WireRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    void readBody(incoming).then((body) => {
      const { messages, tools = [] } = JSON.parse(body) as Pick<WireRequest, 'messages'> & Partial<Pick<WireRequest, 'tools'>>;
      const request = { body, messages, tools };
      requests.push(request);
      outgoing.setHeader('content-type', 'application/json');
      outgoing.end(JSON.stringify(completion(script(request, requests.length), requests.length, body.length)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests, close: () => close(server) };
}

function completion(reply: ScriptedReply, round: number, bodyLength: number): unknown {
  const message =
    'text' in reply
      ? { role: 'assistant', content: reply.text }
      : {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: `call_${round}`, type: 'function', function: { name: reply.call, arguments: JSON.stringify(reply.input) } }],
        };
  return {
    id: `chatcmpl-${round}`,
    object: 'chat.completion',
    created: 0,
    model: 'scripted',
    choices: [{ index: 0, message, finish_reason: 'text' in reply ? 'stop' : 'tool_calls' }],
    usage: { prompt_tokens: Math.ceil(bodyLength / 4), completion_tokens: 20, total_tokens: Math.ceil(bodyLength / 4) + 20 },
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error))));
}
