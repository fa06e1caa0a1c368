import { createHeadroom, type Headroom } from '@headroom/core';
import type { Compressed, Mode, Retrieved, Subject } from './subject.ts';

/** The built library, called directly in this process: one engine for each mode over one store. */
export function librarySubject({ model }: { model?: string } = {}): Subject {
  const engines = new Map<Mode, Headroom>();
  const engineOf = (mode: Mode): Headroom => {
    const [first] = engines.values();
    const known = engines.get(mode);
    if (known !== undefined) return known;
    const made = createHeadroom({
      mode,
      ...(model === undefined ? {} : { model }),
      ...(first === undefined ? {} : { store: first.store }),
    });
    engines.set(mode, made);
    return made;
  };
  return {
    name: '@headroom/core',
    async compress(inputs, mode) {
      const results: Compressed[] = [];
      for (const { id, text, query } of inputs)
        results.push({ id, ...(await engineOf(mode).compressText(text, { question: query ?? '' })) });
      return results;
    },
    async retrieve(requests) {
      const answers: Retrieved[] = [];
      for (const { id, hash, query, budget } of requests) {
        const what = query === undefined ? {} : { query };
        // Without a budget of its own the tool keeps to what a model should read at once; here the whole original is wanted.
        answers.push({ id, ...(await engineOf('reversible').retrieve({ hash, ...what, budget: budget ?? Number.MAX_SAFE_INTEGER })) });
      }
      return answers;
    },
    async close() {
      for (const engine of engines.values()) await engine.close();
    },
  };
}
