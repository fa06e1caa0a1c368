export { kompressCompressor } from './kompress-compressor.ts';
export { inspectKompress, type KompressInspection } from './inspect-kompress.ts';
export type { KompressModel, KompressOptions } from './kompress-options.ts';
// For those who fetch the published model.
export { locateModel, type LocatedModel } from './published/locate-model.ts';
export {
  hubCacheFolder,
  modelFileNames,
  publishedModel,
  publishedTokenizer,
  repositoryFolder,
  tokenizerFileNames,
  type HubRepository,
} from './published/published-model.ts';
