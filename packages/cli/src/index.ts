export { main, type ExitCode } from './main.ts';
export type { Streams, Writer } from './output/streams.ts';
