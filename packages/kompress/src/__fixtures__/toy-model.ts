import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { float, int64, onnxBytes } from './onnx-bytes.ts';

const special = ['[CLS]', '[SEP]', '[UNK]', '[PAD]'];
/** The byte-level alphabet of ASCII: visible signs stand for themselves, `Ġ` for the space. */
const alphabet = [...Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)), 'Ġ'];
const vocabulary = [...special, ...alphabet, 'th', 'the', 'Ġz'];

/** A byte-level tokenizer in the format of the hub, of letters and three merged pieces. */
export function toyTokenizer(addPrefixSpace: boolean): object {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special.map((content, id) => ({ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true })),
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: addPrefixSpace, trim_offsets: true, use_regex: true },
    post_processor: {
      type: 'TemplateProcessing',
      single: [{ SpecialToken: { id: '[CLS]', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '[SEP]', type_id: 0 } }],
      pair: [],
      special_tokens: { '[CLS]': { id: '[CLS]', ids: [0], tokens: ['[CLS]'] }, '[SEP]': { id: '[SEP]', ids: [1], tokens: ['[SEP]'] } },
    },
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: '[UNK]',
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
      merges: ['t h', 'th e', 'Ġ z'],
    },
  };
}

/** What the toy model gives a token: `z` is needed, less so with the space before it in one piece, `y` by half, all else hardly. */
export function toyScore(token: string): number {
  if (token === 'Ġz') return 0.7;
  if (token.includes('z')) return 0.9;
  return token === 'y' ? 0.5 : 0.1;
}

/** A model with the inputs and the output of the published one, whose score of a token hangs on the token alone. */
export function toyModel(): Uint8Array {
  const dims = ['batch', 'sequence'];
  return onnxBytes({
    weights: { table: Float32Array.from(vocabulary, toyScore) },
    nodes: [
      { operator: 'Gather', inputs: ['table', 'input_ids'], output: 'gathered' },
      { operator: 'Cast', inputs: ['attention_mask'], output: 'mask', attributes: { to: float } },
      { operator: 'Mul', inputs: ['gathered', 'mask'], output: 'final_scores' },
    ],
    inputs: [
      { name: 'input_ids', type: int64, dims },
      { name: 'attention_mask', type: int64, dims },
    ],
    outputs: [{ name: 'final_scores', type: float, dims }],
  });
}

/** A folder for one test, removed by `remove`. */
export function temporaryFolder(): { readonly path: string; readonly write: (name: string, content: string | Uint8Array) => string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'headroom-kompress-'));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
