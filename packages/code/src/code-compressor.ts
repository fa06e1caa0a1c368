import type { Candidate, CompressContext, Compressor, Payload } from '@headroom/core';
import { resolveCodeOptions, type CodeOptions, type ResolvedCodeOptions } from './code-options.ts';
import { sourceLines } from './files/source-lines.ts';
import { splitFiles } from './files/split-files.ts';
import { hideInFiles } from './hide-in-files.ts';
import { languageOfInput } from './languages/find-language.ts';
import { compressNotebook } from './notebook/compress-notebook.ts';
import { renderPayload } from './render/render-payload.ts';

/**
 * Makes the compressor of source code. Only interiors of bodies, of long comments, strings and tables are cut, as whole lines of the original; imports, signatures, types and
 * the shapes of classes stay in their places. Each cut is told in a comment of the language, and the result parses as well as the original did.
 *
 * @example createHeadroom({ compressors: [codeCompressor()] })
 * @throws HeadroomError `invalid-option` for an option that is not one of those allowed.
 */
export function codeCompressor(options?: CodeOptions): Compressor {
  const resolved = resolveCodeOptions(options);
  const module = new URL(`./worker-module.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
  module.search = new URLSearchParams({ code: resolved.code, maximumFileLength: String(resolved.maximumFileLength) }).toString();
  return {
    name: 'code',
    kinds: ['code', 'notebook'],
    // Notebooks are JSON to those who know no languages.
    replaces: ['json'],
    module: module.href,
    compress: (payload, context) =>
      payload.kind === 'notebook' ? compressNotebook(payload, context, resolved) : compressCode(payload, context, resolved),
  };
}

async function compressCode(payload: Payload, context: CompressContext, options: ResolvedCodeOptions): Promise<Candidate | undefined> {
  if (context.fidelity === 'lossless' || options.code === 'verbatim') return undefined;
  const lines = sourceLines(payload.text);
  const named = languageOfInput(payload.toolInput);
  const whole = named === undefined ? undefined : { firstLine: 0, lines, path: undefined, language: named, gutters: undefined };
  const shown = await hideInFiles(lines, splitFiles(lines, named), { payload, context, options, whole });
  if (shown === undefined) return undefined;
  const { gaps } = shown;
  const count = gaps.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return {
    text: renderPayload(lines, gaps),
    fidelity: 'reversible',
    omissions: [{ unit: 'lines', count, where: '', facts: [] }],
  };
}
