export { isRecordForm, xmlOutlineHeader } from './grammar.ts';
export { pieceAt, plainPiece, type Piece } from './piece.ts';
export { readRecords } from './read-records.ts';
export { writeRecords } from './write-records.ts';
