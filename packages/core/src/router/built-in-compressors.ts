import { accessibilityCompressor } from '../compressors/accessibility/accessibility-compressor.ts';
import { configCompressor } from '../compressors/config/config-compressor.ts';
import { diffCompressor } from '../compressors/diff/diff-compressor.ts';
import { htmlCompressor } from '../compressors/html/html-compressor.ts';
import { jsonCompressor } from '../compressors/json/json-compressor.ts';
import { logCompressor } from '../compressors/log/log-compressor.ts';
import { proseCompressor } from '../compressors/prose/prose-compressor.ts';
import { searchCompressor } from '../compressors/search/search-compressor.ts';
import { tableCompressor } from '../compressors/table/table-compressor.ts';
import { terminalCompressor } from '../compressors/terminal/terminal-compressor.ts';
import type { Compressor } from '../types/compressor.ts';

/** The compressors that core itself brings, in the order in which they are asked. */
export function builtInCompressors(): readonly Compressor[] {
  return builtIn;
}

const builtIn: readonly Compressor[] = [
  jsonCompressor(),
  logCompressor(),
  searchCompressor(),
  diffCompressor(),
  tableCompressor(),
  terminalCompressor(),
  configCompressor(),
  accessibilityCompressor(),
  proseCompressor(),
  htmlCompressor(),
];
