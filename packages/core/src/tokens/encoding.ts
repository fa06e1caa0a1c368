/** The encodings that can be counted exactly. */
export type Encoding = 'o200k_base' | 'cl100k_base';
