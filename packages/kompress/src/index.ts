export { kompressCompressor } from './kompress-compressor.ts';
export type { KompressModel, KompressOptions } from './kompress-options.ts';
