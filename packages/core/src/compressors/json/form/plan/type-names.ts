import { mentionsOwnMarks } from '../../spell/spell-string.ts';
import type { RecordType } from './record-type.ts';

const RESERVED = new Set(['text', 'by', 'missing', 'true', 'false', 'null', 'documents', 'records', 'in', 'signs']);

/** A key with a long number in it is one of many, and names a thing: its name at the head of other things reads as if they were it. */
const namesOneThing = /\d{3}/;

/** Names types by the key that leads to their records, each name once. */
export function nameTypes(types: readonly RecordType[]): void {
  const taken = new Set<string>(RESERVED);
  for (const type of types) {
    const { name: key } = type.node;
    const base = /^[A-Za-z_]\w{0,30}$/.test(key) && !namesOneThing.test(key) && !mentionsOwnMarks(key) ? key : 'record';
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
    taken.add(name);
    type.name = name;
  }
}
