import { describe, expect, it } from 'vitest';
import { readLabels } from '../../models/kompress-lite/arrays/read-labels.ts';
import { intervalsOfGap, measure, type Judged } from '../../models/kompress-lite/evaluate/metrics.ts';
import { findRuntime, openVocabulary } from '../../models/kompress-lite/evaluate/shipped-model.ts';
import { judge, openSystems } from '../../models/kompress-lite/evaluate/systems.ts';
import { root } from '../structure/source-tree.ts';

const runtime = findRuntime();
if (runtime === undefined)
  console.log('onnxruntime-node is not installed: what the network that ships says of held-out labels is not tested.');

describe('the models that ship, on documents that nothing was trained on', () => {
  it.skipIf(runtime === undefined)('find the words to leave out better than simpler systems', async () => {
    const vocabulary = openVocabulary();
    const documents = readLabels(`${root}/models/kompress-lite/labels`);
    const systems = await openSystems(
      documents.filter(({ fold }) => fold !== 0),
      vocabulary,
    );
    const test = documents.filter(({ fold }) => fold === 0);
    const judged = new Map<string, Judged>();
    for (const system of systems) judged.set(system.kind, await judge(system, test, { vocabulary, signs: 'without' }));
    const [lite, fallback] = [judged.get('lite')!, judged.get('fallback')!];
    expect(lite.scores.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(10_000);
    expect(measure(lite).auc).toBeGreaterThanOrEqual(0.94);
    expect(measure(fallback).auc).toBeGreaterThanOrEqual(0.93);
    for (const simple of ['list', 'frequency', 'window']) {
      const gap = intervalsOfGap(lite, judged.get(simple)!);
      expect(gap.auc[0], `AUC beside ${simple}`).toBeGreaterThan(0);
      expect(gap.dropF1[0], `drop F1 beside ${simple}`).toBeGreaterThan(0);
    }
  });
});
