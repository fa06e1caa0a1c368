import { HeadroomError } from '@headroom/core';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../__fixtures__/toy-model.ts';
import { locateModel } from './locate-model.ts';
import { hubCacheFolder, modelFileNames, publishedModel } from './published-model.ts';

const modelFolder = 'models--chopratejas--kompress-v2-base';
const tokenizerFolder = 'models--answerdotai--ModernBERT-base';
const commit = '0123456789abcdef0123456789abcdef01234567';

describe('locateModel', () => {
  it('finds the files at the pinned commit, in the order in which they are tried, with the tokenizer in its own repository', async () => {
    const cache = temporaryFolder();
    for (const name of modelFileNames) cache.write(`${modelFolder}/snapshots/${publishedModel.revision}/${name}`, 'x');
    cache.write(`${tokenizerFolder}/refs/main`, `${commit}\n`);
    const tokenizer = cache.write(`${tokenizerFolder}/snapshots/${commit}/tokenizer.json`, '{}');
    const located = await locateModel('kompress-v2-base', cache.path);
    expect(
      located.models.map((path) => path.slice(join(cache.path, modelFolder, 'snapshots', publishedModel.revision).length + 1)),
    ).toEqual(['onnx/kompress-int8-wo.onnx', 'onnx/kompress-fp32.onnx', 'onnx/kompress-int8.onnx']);
    expect(located).toMatchObject({ tokenizer, tokenizerConfig: undefined });
    cache.remove();
  });

  it('takes what the main branch points to where the pinned commit is not there, and a tokenizer beside the model', async () => {
    const cache = temporaryFolder();
    cache.write(`${modelFolder}/refs/main`, commit);
    const model = cache.write(`${modelFolder}/snapshots/${commit}/onnx/kompress-fp32.onnx`, 'x');
    const tokenizer = cache.write(`${modelFolder}/snapshots/${commit}/tokenizer.json`, '{}');
    const tokenizerConfig = cache.write(`${modelFolder}/snapshots/${commit}/tokenizer_config.json`, '{}');
    expect(await locateModel('kompress-v2-base', cache.path)).toEqual({ models: [model], tokenizer, tokenizerConfig });
    cache.remove();
  });

  it('says where it looked and what to do where something is missing', async () => {
    const empty = temporaryFolder();
    await expect(locateModel('kompress-v2-base', empty.path)).rejects.toThrow(/headroom models pull/);
    await expect(locateModel('kompress-v2-base', empty.path)).rejects.toThrow(publishedModel.revision);
    empty.write('onnx/kompress-fp32.onnx', 'x');
    const error: unknown = await locateModel({ directory: empty.path }, empty.path).catch((failure: unknown) => failure);
    expect(HeadroomError.isInstance(error) && error.code).toBe('missing-model');
    expect(String(error)).toMatch(/tokenizer\.json/);
    empty.remove();
  });
});

describe('hubCacheFolder', () => {
  it('follows the variables of the hub', () => {
    expect(hubCacheFolder({ HF_HUB_CACHE: '/c', HF_HOME: '/h' })).toBe('/c');
    expect(hubCacheFolder({ HF_HOME: '/h' })).toBe(join('/h', 'hub'));
    expect(hubCacheFolder({ XDG_CACHE_HOME: '/x' })).toBe(join('/x', 'huggingface', 'hub'));
    expect(hubCacheFolder({})).toMatch(/\.cache.huggingface.hub$/);
  });
});
