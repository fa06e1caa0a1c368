import { mentionsOwnMarks } from '../../spell/spell-string.ts';
import type { RecordType } from './record-type.ts';

const RESERVED = new Set(['text', 'by', 'missing', 'true', 'false', 'null', 'documents', 'records', 'in', 'signs']);

/** Names types by the key that leads to their records, each name once. */
export function nameTypes(types: readonly RecordType[]): void {
  const taken = new Set<string>(RESERVED);
  for (const type of types) {
    const base = /^[A-Za-z_]\w{0,30}$/.test(type.node.name) && !mentionsOwnMarks(type.node.name) ? type.node.name : 'record';
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
    taken.add(name);
    type.name = name;
  }
}
