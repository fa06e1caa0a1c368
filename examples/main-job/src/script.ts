import type { ScriptedReply, WireRequest } from './scripted-provider.ts';

/** The package that the question asks about. */
export const wanted = 'lru-cache';

/**
 * Plays the model: two tool calls, a look back into what was left out, and an answer.
 *
 * It sees what a real model sees and nothing else; both facts of its answer are read from the texts in the request.
 */
export function script({ messages, tools }: WireRequest, round: number): ScriptedReply {
  const results = messages.filter(({ role }) => role === 'tool').map(({ content }) => content ?? '');
  if (round === 1) return { call: 'installed_packages', input: {} };
  if (round === 2) return { call: 'workspace_tree', input: {} };
  const handle = /<<ccr:([0-9a-f]{24})/.exec(results[0] ?? '')?.[1];
  const canRetrieve = tools.some((offered) => offered.function.name === 'headroom_retrieve');
  if (round === 3 && handle !== undefined && canRetrieve)
    return { call: 'headroom_retrieve', input: { hash: handle, query: `${wanted} license` } };
  return {
    text: `The largest package takes ${largestSize(results[0] ?? '')} bytes. What I found about ${wanted}: ${lineAbout(wanted, results)}`,
  };
}

/** The largest whole number in sight is the size of the largest package: nothing else in that result comes near. */
function largestSize(text: string): string {
  const sizes = text.match(/\b\d{5,12}\b/g) ?? [];
  return sizes.reduce((best, next) => (Number(next) > Number(best) ? next : best), '0');
}

/** The line of the package itself: its name stands at the beginning of a row, or as the value of `name`. */
function lineAbout(name: string, texts: readonly string[]): string {
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.startsWith(`${name},`) || line.includes(`name:"${name}"`));
  return lines.find((line) => /MIT|ISC|Apache|BSD|BlueOak/.test(line)) ?? lines[0] ?? 'nothing';
}
