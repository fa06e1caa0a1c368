import type { CommandOptions } from '../command-line.ts';
import type { Streams } from '../output/streams.ts';
import { openSession, openStore } from '../session.ts';
import { describeLocation } from '../store-location.ts';
import { oldestNode, ownVersion, versionOf } from '../versions.ts';

/** What one check found. */
interface Finding {
  readonly check: string;
  readonly state: 'good' | 'bad';
  readonly found: string;
  /** What to do; empty where all is good. */
  readonly advice: string;
}

const probeScope = 'headroom-doctor';

/** Checks this installation, and says what to do where something is wrong. */
export async function doctor(options: CommandOptions, streams: Streams): Promise<'good' | 'bad'> {
  const findings = [
    checkNode(),
    await attempt('packages', 'Install the packages of one release together.', checkPackages),
    await attempt('store', 'Name a file that you may write with --store FILE or HEADROOM_STORE, or free the disk.', () =>
      checkStore(options.store),
    ),
    await attempt('tokens', 'Install again: gpt-tokenizer, a dependency of @headroom/core, is incomplete.', checkTokens),
    await attempt('prose', 'Install again: @headroom/kompress is incomplete.', checkProse),
    await attempt('engine', 'Please report this with the output of `headroom doctor --json`.', checkEngine),
  ];
  const state = findings.every((finding) => finding.state === 'good') ? 'good' : 'bad';
  await streams.output.write(options.json === 'json' ? `${JSON.stringify({ state, findings })}\n` : findings.map(describe).join(''));
  return state;
}

function describe({ check, state, found, advice }: Finding): string {
  const line = `${state === 'good' ? 'ok  ' : 'BAD '} ${check.padEnd(8)}  ${found}\n`;
  return advice === '' ? line : `${line}${' '.repeat(15)}${advice}\n`;
}

async function attempt(check: string, advice: string, work: () => Promise<string>): Promise<Finding> {
  try {
    return { check, state: 'good', found: await work(), advice: '' };
  } catch (error) {
    return { check, state: 'bad', found: error instanceof Error ? error.message : String(error), advice };
  }
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  const good = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  const advice = good ? '' : `Install Node ${oldestMajor}.${oldestMinor} or newer.`;
  return { check: 'node', state: good ? 'good' : 'bad', found: `${process.versions.node} on ${process.platform} ${process.arch}`, advice };
}

async function checkPackages(): Promise<string> {
  const names = ['@headroom/core', '@headroom/store-sqlite'];
  const versions = [`@headroom/cli ${await ownVersion()}`];
  for (const name of names) versions.push(`${name} ${await versionOf(name)}`);
  return versions.join(', ');
}

async function checkStore(path: string | undefined): Promise<string> {
  const store = await openStore(path);
  const text = 'headroom doctor: can this be read again? \u{1F50E} \ud800';
  try {
    const handle = await store.put({ scope: probeScope, text });
    const lookup = await store.get(handle, probeScope);
    await store.delete(handle, probeScope);
    if (lookup.status !== 'found' || lookup.text !== text) throw new Error('What was stored was not read again.');
    const { entries } = await store.stats();
    return `${await describeLocation(path)} is writable and readable, ${entries} originals`;
  } finally {
    await store.close();
  }
}

/** Both tokenizers, by a text whose count is known: https://github.com/openai/tiktoken. */
async function checkTokens(): Promise<string> {
  const session = await openSession({ store: ':memory:', mode: 'audit' });
  try {
    for (const model of ['gpt-5', 'gpt-4']) {
      const { tokensBefore } = await session.engine().compressText('hello world', { model });
      if (tokensBefore !== 2) throw new Error(`"hello world" has 2 tokens for ${model}, but ${tokensBefore} were counted.`);
    }
    return 'o200k_base and cl100k_base count as they should';
  } finally {
    await session.close();
  }
}

/** The model that chooses words of prose; without onnxruntime-node a plain one takes its place, which is no fault. */
async function checkProse(): Promise<string> {
  const { method, loadMilliseconds } = await (await import('@headroom/kompress')).inspectKompress();
  return `${method}, loaded in ${loadMilliseconds.toFixed(0)} ms`;
}

/** Compresses a table of rows and reads the original again. */
async function checkEngine(): Promise<string> {
  const rows = Array.from({ length: 400 }, (_, id) => ({
    id,
    state: id % 97 === 0 ? 'failed' : 'done',
    note: `row ${id * 7919} of the check`,
  }));
  const text = JSON.stringify(rows);
  const session = await openSession({ store: ':memory:' });
  try {
    const result = await session.engine().compressText(text);
    if (result.tokensAfter >= result.tokensBefore)
      throw new Error(`A table of rows was not made shorter (${result.reason ?? 'no reason given'}).`);
    for (const hash of result.handles) {
      const answer = await session.engine().retrieve({ hash, budget: Number.POSITIVE_INFINITY });
      if (answer.text !== text) throw new Error('An original was not read again byte for byte.');
    }
    return `${result.tokensBefore} tokens of JSON became ${result.tokensAfter}, and the original can be read again`;
  } finally {
    await session.close();
  }
}
