/** How many values each feature takes; the weights that ship were trained on exactly these. */
export const layout = {
  vocabulary: 16384,
  unknown: 1024,
  prefix: 1024,
  suffix: 1024,
  shape: 48,
  rarity: 16,
  repeat: 24,
  position: 32,
  enclosure: 32,
} as const;

const sizes = [
  layout.vocabulary + layout.unknown,
  layout.prefix,
  layout.suffix,
  layout.shape,
  layout.rarity,
  layout.repeat,
  layout.position,
  layout.enclosure,
];

/** How many ids stand for a word. */
export const featureCount = sizes.length;

/** Where the ids of each feature begin; 0 is no feature but padding. */
export const featureOffsets: readonly number[] = sizes.map((_, index) => 1 + sizes.slice(0, index).reduce((sum, size) => sum + size, 0));

/** One more than the greatest id. */
export const featureTableSize = 1 + sizes.reduce((sum, size) => sum + size, 0);
