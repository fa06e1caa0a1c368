/** A sentence that holds whatever is built, with the id by which tests cite it. */
export interface Invariant {
  readonly id: `I${number}`;
  readonly name: string;
  readonly sentence: string;
}

/** The invariants of Headroom. Each is cited by the title of at least one test, or the build fails. */
export const invariants: readonly Invariant[] = [
  {
    id: 'I1',
    name: 'originals first',
    sentence:
      'A text is replaced only after a store has acknowledged the original, as the application gave it; a store that fails means no change.',
  },
  {
    id: 'I2',
    name: 'redeemable',
    sentence: 'A request that offers no way to read an original again gets no marker, only rewrites without loss.',
  },
  {
    id: 'I3',
    name: 'prefix-stable',
    sentence:
      'The compressed form of a history begins every compressed form of its extensions, byte for byte, except at compaction points, which the history alone decides.',
  },
  {
    id: 'I4',
    name: 'deterministic',
    sentence:
      'The same input and options give the same bytes on any machine, in any locale, after any restart; what a deadline decided is pinned.',
  },
  {
    id: 'I5',
    name: 'never bigger',
    sentence:
      'A rewrite is used only where the whole of it, marker included, saves the minimum, counted by one tokenizer before and after.',
  },
  {
    id: 'I6',
    name: 'fail open',
    sentence: 'What throws, is too long or takes too long passes unchanged and says why; work stays linear in the input.',
  },
  {
    id: 'I7',
    name: 'only text of results changes',
    sentence:
      'Roles, order, ids, calls, reasoning, signatures, options, files and unknown parts stay as they are, and no object of the caller is touched.',
  },
  {
    id: 'I8',
    name: 'idempotent',
    sentence: 'Compressing what is compressed changes nothing, and what was retrieved is never compressed.',
  },
  {
    id: 'I9',
    name: 'off is off',
    sentence:
      'Off returns the same reference, audit stores and changes nothing, lossless leaves nothing out, and every option counts on every path.',
  },
  {
    id: 'I10',
    name: 'lossless is proved',
    sentence: 'A rewrite that is called lossless decodes to an equal value, spelling of numbers, order of keys and duplicates included.',
  },
  {
    id: 'I11',
    name: 'absence is stated',
    sentence: 'Where something was left out the text says so there, in its unit, with facts computed from exactly what was left out.',
  },
  {
    id: 'I12',
    name: 'foreign markers are inert',
    sentence:
      'A marker that this store did not mint in this scope is text: it redeems nothing and protects nothing, and no scope reads the originals of another.',
  },
  {
    id: 'I13',
    name: 'honest figures',
    sentence: 'A figure has one definition and one tokenizer, carries our own overhead, and shows a loss as a loss.',
  },
];
