import { createHeadroom, type HeadroomOptions } from '@headroom/core';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A recorded conversation in OpenAI's chat format. */
export interface Trace {
  readonly id: string;
  readonly messages: readonly {
    readonly role: string;
    readonly content: unknown;
    readonly tool_calls?: readonly { readonly function: { readonly name: string } }[];
  }[];
}

/** What the scorer says over conversations, as shares of the native figures. */
export interface Price {
  readonly conversations: number;
  readonly bill: number;
  readonly priced: number;
  readonly pricedMean: number;
  readonly pricedWorst: number;
  readonly laterUse: number;
  readonly quotes: number;
}

/** The recorded conversations, rendered and scored in a folder of its own. */
export interface Replay {
  readonly traces: readonly Trace[];
  /** Renders every conversation by a policy. */
  render(options: HeadroomOptions): Promise<ReadonlyMap<string, Trace['messages']>>;
  /** Prices renderings of some conversations; `overhead` are the tokens of the tool's definition, by default what the scorer takes. */
  score(traces: readonly Trace[], rendered: ReadonlyMap<string, Trace['messages']>, overhead?: number): Price;
  close(): void;
}

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const shared = join(root, '..', 'shared');
const scorer = join(shared, 'tools', 'replay.mjs');

/** Opens the recorded conversations of the development corpus; undefined where it does not lie beside the repository. */
export function openReplay(): Replay | undefined {
  if (!existsSync(scorer)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'headroom-replay-'));
  const traces = run(['traces', join(shared, 'corpus', 'payloads')])
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Trace);
  return {
    traces,
    async render(options) {
      const headroom = createHeadroom(options);
      const rendered = new Map<string, Trace['messages']>();
      for (const { id, messages } of traces) rendered.set(id, (await headroom.compress(messages)).messages);
      await headroom.close();
      return rendered;
    },
    score(scored, rendered, overhead) {
      const [before, after] = [join(folder, 'traces.jsonl'), join(folder, 'rendered.jsonl')];
      writeFileSync(before, jsonLines(scored));
      writeFileSync(after, jsonLines(scored.map(({ id }) => ({ id, messages: rendered.get(id) }))));
      const said = run(['score', before, after], overhead === undefined ? {} : { OVERHEAD: String(overhead) });
      return JSON.parse(said.trim().split('\n').at(-1) ?? '{}') as Price;
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join('\n');
}

function run(parameters: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  const env = { ...process.env, ...environment };
  return execFileSync(process.execPath, [scorer, ...parameters], { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, env });
}
