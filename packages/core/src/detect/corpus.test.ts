import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ContentKind } from '../types/content-kind.ts';
import { detectKind } from './detect-kind.ts';

const corpus = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url));
const present = existsSync(corpus);
if (!present) console.log('detect: ../shared is absent, the corpus is not scored');

const folders: Readonly<Record<string, ContentKind>> = {
  'json-api': 'json',
  'agent-traces': 'json',
  logs: 'log',
  search: 'search',
  diffs: 'diff',
  html: 'html',
  prose: 'prose',
  cli: 'terminal',
};

/** What a payload is by its own properties, where its folder's name says something else; the first that applies holds. */
const properties: readonly (readonly [applies: (text: string, path: string) => boolean, kinds: readonly ContentKind[]])[] = [
  [(text) => /^\s*\{"type":"begin","data":\{"path"/.test(text), ['search']],
  [(_, path) => /\.(?:json|jsonl|ndjson|traj)$/.test(path), ['json']],
  [(text) => /^\{"\w+":/.test(text), ['json']],
  [(text, path) => path.includes('logs/') && /^\{"Time":"[^"]+","Action":/m.test(text), ['json', 'log']],
  [(_, path) => /\.(?:ya?ml|xml|plist|lock)$/.test(path), ['config']],
  [(_, path) => path.endsWith('.csv'), ['table']],
  [(_, path) => path.endsWith('.md'), ['prose', 'mixed']],
  [(text) => /^# (?:HELP|TYPE) \w/.test(text), ['text']],
  // Environments and kernel settings are `name=value` lines, and a log that a program left is a log, whatever program printed them.
  [(text, path) => path.includes('/cli/') && share(text, /^[\w.:/-]+ ?= ?/) > 0.9, ['config', 'terminal']],
  [(text, path) => path.includes('/cli/') && share(text, /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[/) > 0.9, ['log']],
  // The paths that `rg -l` lists are what `find` lists.
  [(text, path) => path.includes('/search/') && share(text, /^\.{0,2}\/?[\w@./()[\]-]+$/) > 0.95, ['search', 'terminal']],
  [(text) => /^Thought \d+: /m.test(text), ['prose']],
  [(text) => share(text, /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[A-Za-z0-9+/=]{60,76}$/) > 0.8, ['text']],
  [(text) => share(text, /^[0-9a-f]{8}: (?:[0-9a-f]{4} ){4}/) > 0.9, ['text', 'terminal']],
  [(text) => text.startsWith('### ') && /^### \S+\.json$/m.test(text), ['text', 'prose']],
  [(_, path) => /\.(?:log)$/.test(path), ['log']],
  [(text) => text.startsWith('# ') && /^- .*\]\(https?:/m.test(text), ['prose']],
];

function share(text: string, pattern: RegExp): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((line) => pattern.test(line)).length / lines.length;
}

function expectedKinds(text: string, path: string, folder: string): readonly ContentKind[] {
  const property = properties.find(([applies]) => applies(text, path));
  const kind = folders[folder];
  return property?.[1] ?? (kind === undefined ? [] : [kind]);
}

interface Labelled {
  readonly path: string;
  readonly text: string;
  readonly kinds: readonly ContentKind[];
}

function labelledPayloads(): readonly Labelled[] {
  const payloads = [...Object.keys(folders), 'adversarial'].flatMap((folder) =>
    readdirSync(`${corpus}payloads/${folder}`).map((name) => {
      const path = `${corpus}payloads/${folder}/${name}`;
      const text = readFileSync(path, 'utf8');
      return { path, text, kinds: expectedKinds(text, path, folder) };
    }),
  );
  const logs = readdirSync(`${corpus}logdx`).map((name): Labelled => {
    const path = `${corpus}logdx/${name}/raw.log`;
    return { path, text: readFileSync(path, 'utf8'), kinds: ['log'] };
  });
  return [...payloads, ...logs].filter((payload) => payload.kinds.length > 0);
}

describe.skipIf(!present)('detectKind on the development corpus', () => {
  it('tells at least 99 % of the payloads apart', () => {
    const payloads = labelledPayloads();
    const missed = payloads.filter((payload) => !payload.kinds.includes(detectKind(payload.text).kind));
    for (const { path, text, kinds } of missed) {
      const { kind, evidence } = detectKind(text);
      console.log(`detect: ${path.slice(corpus.length)} is ${kinds.join(' or ')}, told as ${kind} (${evidence})`);
    }
    console.log(`detect: ${payloads.length - missed.length} of ${payloads.length} payloads told apart`);
    expect(missed.length / payloads.length).toBeLessThanOrEqual(0.01);
  });

  it('prints its time beside that of reading the same characters once', () => {
    const payloads = labelledPayloads();
    const characters = payloads.reduce((sum, { text }) => sum + text.length, 0);
    const timed = (work: (text: string) => void): number => {
      for (const { text } of payloads) work(text);
      const start = performance.now();
      for (const { text } of payloads) work(text);
      return performance.now() - start;
    };
    const detection = timed((text) => void detectKind(text));
    const reading = timed((text) => void text.split('\n'));
    console.log(
      `detect: ${((detection / characters) * 1e5).toFixed(2)} ms per 100,000 characters, ${(detection / payloads.length).toFixed(2)} ms per payload, ` +
        `${(detection / reading).toFixed(1)} times the time of splitting into lines`,
    );
    expect(detection).toBeGreaterThan(0);
  });
});
