/** A request as it reached the model's provider: what is sent, not what the framework holds. */
export interface SentRequest {
  /** The messages in the provider's wire format, system prompt included if it is one of them. */
  readonly messages: readonly unknown[];
  /** The names of the tools that the request offers, in order. */
  readonly tools: readonly string[];
}

/** What the scripted model says in one turn: a text, calls, or both. */
export interface ScriptedTurn {
  readonly text?: string;
  readonly calls?: readonly { readonly id: string; readonly name: string; readonly input: Readonly<Record<string, unknown>> }[];
}

/** How the adapter stands between the agent and its model. */
export interface HarnessOptions {
  /** `bare` is the agent without the adapter: what `off` must equal. `toolless` has the adapter and its markers' tool missing: a sub-agent. */
  readonly adapter: 'on' | 'off' | 'bare' | 'toolless';
  /** Whether the agent is called whole or streams. */
  readonly delivery: 'invoke' | 'stream';
  /** Plays the model: what it says to a request. */
  readonly model: (request: SentRequest) => ScriptedTurn;
  /** The agent's tools: each takes an object and gives back a JSON value. */
  readonly tools: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => unknown>>;
}

/** What one question led to. */
export interface AgentAnswer<History> {
  /** The conversation so far, as an application keeps it. */
  readonly history: History;
  readonly text: string;
  /** All that a user may see of the answer: text, streamed parts, UI messages. */
  readonly shown: unknown;
}

/** An agent with its own process, as far as the suite can tell: a new harness has an empty store. */
export interface AdapterHarness<History> {
  ask(history: History | undefined, question: string): Promise<AgentAnswer<History>>;
  /** A history as it is written to a database, and read again. */
  save(history: History): string;
  load(saved: string): History;
  /** Every request that reached the provider through this harness, in order. */
  readonly requests: readonly SentRequest[];
  close?(): Promise<void>;
}

/** Makes a harness with an engine and a store of its own. */
export type CreateHarness<History> = (options: HarnessOptions) => AdapterHarness<History> | Promise<AdapterHarness<History>>;
