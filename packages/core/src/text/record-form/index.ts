export { isRecordForm, xmlOutlineHeader } from './grammar.ts';
export { createPieceCutter, type PieceCutter, type Pieces } from './pieces.ts';
export { planRecords, type RecordPlan } from './plan-records.ts';
export { readRecords } from './read-records.ts';
export { writePlan } from './write-records.ts';
