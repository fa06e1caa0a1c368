export { codeCompressor } from './code-compressor.ts';
export type { CodeOptions } from './code-options.ts';
