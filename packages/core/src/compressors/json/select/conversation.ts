import type { JsonValue } from '../model.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { Group, Outline, Unit } from './outline.ts';

const speakerKey = /^(?:role|source|author|from|sender|speaker|type)$/i;
const textKey = /^(?:text|content|message|msg|body|value|thought|thinking|reasoning|response|answer|output|observation|summary|)$/i;
const answering = new Set(['assistant', 'ai', 'agent', 'model', 'bot']);
const asking = new Set(['user', 'human', 'customer']);
const others = new Set(['system', 'developer', 'tool', 'function', 'environment']);
const stepKey =
  /^(?:command|cmd|arguments|args|input|code|query|action|thought|thinking|reasoning|message|response|script|path|file_path|pattern)$/i;
const actionKey = /^(?:action|tool_call|tool_calls|command|tool)$/i;
const observationKey = /^(?:observation|result|output|tool_result)$/i;

const fewestTurns = 4;
const leastSpoken = 0.3;
/** A text says something from so many characters with blanks between them on. */
const shortestText = 24;
const shortestStep = 4;
/** What an agent said and did on its way is short, and says why the results stand there. */
const worth = { opening: 0.6, closing: 1, step: 0.3 } as const;

/** A recorded conversation or run of an agent. */
export interface Conversation {
  /** What each unit is worth by its place in it, 0 to 1. */
  readonly places: Float64Array;
  /** For each unit the turn that it is or stands in, -1 outside of them; turns are units, in their order. */
  readonly turnOf: Int32Array;
}

/**
 * Finds the turns of a recorded conversation or run: what it was asked first and what it ended with are what whoever reads it wants, and no word of a question may say so.
 *
 * Undefined where the document is none. Linear.
 */
export function readConversation(outline: Outline, statistics: readonly ColumnStatistics[]): Conversation | undefined {
  const turns = findTurns(outline, statistics);
  if (turns === undefined) return undefined;
  const turnOf = turnsOf(outline, turns.group);
  const speaking = speakingTurns(statistics, turnOf);
  const places = new Float64Array(outline.units.length);
  const raise = (unit: number | undefined, score: number): void => {
    if (unit !== undefined) places[unit] = Math.max(places[unit]!, score);
  };
  for (const unit of steps(statistics, turnOf, turns)) raise(unit, worth.step);
  const own = outline.units.filter(({ index }) => turnOf[index] === index).map(({ index }) => index);
  const said = own.filter((unit) => speaking.has(unit));
  raise(said.find((unit) => asking.has(turns.speakers.get(unit) ?? '')) ?? said[0], worth.opening);
  raise(said.findLast((unit) => answering.has(turns.speakers.get(unit) ?? '')) ?? said.at(-1), worth.closing);
  raise(own.at(-1), worth.opening);
  inherit(outline.units, places);
  return { places, turnOf };
}

/** What a result is worth beside the call before it, whose words say what was wanted. */
const resultShare = 0.6;

/** Raises the turns behind those that answer the question: a call names what is asked, and its result says it. */
export function withResults({ turnOf }: Conversation, words: Float64Array): Float64Array {
  const ofTurn = new Map<number, number>();
  turnOf.forEach((turn, unit) => {
    if (turn >= 0) ofTurn.set(turn, Math.max(ofTurn.get(turn) ?? 0, words[unit]!));
  });
  const before = new Map<number, number>();
  let last = 0;
  for (const [turn, score] of ofTurn) {
    before.set(turn, last);
    last = score;
  }
  return words.map((score, unit) => Math.max(score, resultShare * (before.get(turnOf[unit]!) ?? 0)));
}

interface Turns {
  readonly group: Group;
  /** Who speaks in a unit, in lower case. */
  readonly speakers: ReadonlyMap<number, string>;
}

/** The outermost rows that say who speaks, or what was done and what came of it. */
function findTurns({ groups }: Outline, statistics: readonly ColumnStatistics[]): Turns | undefined {
  for (const group of groups) {
    if (group.unit !== 'rows' || group.units < fewestTurns) continue;
    const columns = statistics.filter(({ column }) => column.group === group);
    for (const { column, categories } of columns) {
      if (categories === undefined || !speakerKey.test(column.key)) continue;
      const speakers = new Map<number, string>();
      column.values.forEach((value, index) => speakers.set(column.units[index]!, String(value).toLowerCase()));
      if (areSpeakers([...speakers.values()])) return { group, speakers };
    }
    const has = (key: RegExp): boolean =>
      columns.some(({ column }) => key.test(column.key) && column.values.length >= group.units * leastSpoken);
    if (has(actionKey) && has(observationKey)) return { group, speakers: new Map() };
  }
  return undefined;
}

function areSpeakers(names: readonly string[]): boolean {
  const spoken = names.filter((name) => answering.has(name) || asking.has(name) || others.has(name)).length;
  return spoken >= names.length * leastSpoken && names.some((name) => answering.has(name)) && new Set(names).size >= 2;
}

/** What the agent said, and what it called with which input: turns and parts of turns. */
function steps(statistics: readonly ColumnStatistics[], turnOf: Int32Array, { speakers }: Turns): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { column } of statistics) {
    const isStep = stepKey.test(column.key) || /(?:^|[.])(?:input|arguments|args)[.]/.test(column.name);
    if (column.role !== 'value' || !(isStep || textKey.test(column.key))) continue;
    column.values.forEach((value, index) => {
      if (typeof value !== 'string' || value.length < shortestStep) return;
      const unit = column.units[index]!;
      if (isStep || answering.has(speakers.get(turnOf[unit]!) ?? '')) found.add(unit);
    });
  }
  return found;
}

/** Turns that hold a text of several words, be it in a part of theirs. */
function speakingTurns(statistics: readonly ColumnStatistics[], turnOf: Int32Array): ReadonlySet<number> {
  const speaking = new Set<number>();
  for (const { column, numbers } of statistics) {
    if (numbers !== undefined || column.role !== 'value' || !textKey.test(column.key)) continue;
    column.values.forEach((value, index) => {
      if (isSentence(value)) speaking.add(turnOf[column.units[index]!]!);
    });
  }
  return speaking;
}

function isSentence(value: JsonValue): boolean {
  return typeof value === 'string' && value.length >= shortestText && value.includes(' ');
}

/** Units stand behind those that enclose them. */
function turnsOf({ units }: Outline, group: Group): Int32Array {
  const turnOf = new Int32Array(units.length).fill(-1);
  for (const { index, parent, collection } of units) {
    if (collection?.group === group) turnOf[index] = index;
    else if (parent !== undefined) turnOf[index] = turnOf[parent.index]!;
  }
  return turnOf;
}

/** Parts of a turn count as it does. */
function inherit(units: readonly Unit[], scores: Float64Array): void {
  for (const { index, parent } of units)
    if (parent !== undefined && parent.index !== 0) scores[index] = Math.max(scores[index]!, scores[parent.index]!);
}
