/** What happens to texts of one sort: `compress` as the mode says, `lossless` without leaving anything out, `verbatim` not at all. */
export type Treatment = 'compress' | 'lossless' | 'verbatim';
