import { homedir } from 'node:os';
import { join } from 'node:path';

/** A repository of the Hugging Face hub. */
export interface HubRepository {
  readonly id: string;
  /** The commit that is pinned, or the branch that is followed. */
  readonly revision: string;
}

/** The published model. Facts from the exporter and the loader of the original Headroom. */
export const publishedModel: HubRepository = { id: 'chopratejas/kompress-v2-base', revision: 'b1563631b35bfdcee37587ad530147497d820d4c' };

/** Its tokenizer has a repository of its own; copies beside a model are preferred, since they are of the model's commit. */
export const publishedTokenizer: HubRepository = { id: 'answerdotai/ModernBERT-base', revision: 'main' };

/** The files of the model in the order in which they are tried: 8-bit weights, whole weights, the older dynamic quantisation. */
export const modelFileNames = ['onnx/kompress-int8-wo.onnx', 'onnx/kompress-fp32.onnx', 'onnx/kompress-int8.onnx'] as const;
export const tokenizerFileNames = ['tokenizer.json', 'tokenizer_config.json'] as const;

/** The folder in which tools keep files of the Hugging Face hub: `HF_HUB_CACHE`, else `hub` in `HF_HOME`, else that in the user's cache. */
export function hubCacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { HF_HUB_CACHE, HF_HOME, XDG_CACHE_HOME } = environment;
  if (HF_HUB_CACHE !== undefined && HF_HUB_CACHE !== '') return HF_HUB_CACHE;
  if (HF_HOME !== undefined && HF_HOME !== '') return join(HF_HOME, 'hub');
  const cache = XDG_CACHE_HOME !== undefined && XDG_CACHE_HOME !== '' ? XDG_CACHE_HOME : join(homedir(), '.cache');
  return join(cache, 'huggingface', 'hub');
}

/** The folder of one repository in that cache. */
export function repositoryFolder(cache: string, { id }: HubRepository): string {
  return join(cache, `models--${id.replaceAll('/', '--')}`);
}
