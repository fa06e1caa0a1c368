import { parseMarkers, writeMarker, type Candidate } from '@headroom/core';
import { deepFreeze } from '../deep-freeze.ts';
import type { ResolvedCompressorSuite } from './suite-options.ts';
import { conditions, contextFor, faultsOf } from './conditions.ts';

const handle = '0123456789abcdef01234567';

export function payloadTests(suite: ResolvedCompressorSuite): void {
  const { test, createCompressor, decode, equal } = suite;
  const { describe, it, expect } = test;
  const payloads = Object.entries(suite.payloads);

  it('has a name and kinds, and makes something smaller', async () => {
    const compressor = createCompressor();
    expect(typeof compressor.name === 'string' && compressor.name !== '').toBe(true);
    expect(compressor.kinds.length > 0).toBe(true);
    let offers = 0;
    for (const [, payload] of payloads) {
      for (const condition of conditions)
        if ((await compressor.compress(payload, contextFor(suite, payload, condition))) !== undefined) offers += 1;
    }
    expect(offers > 0).toBe(true);
  });

  for (const [name, payload] of payloads) {
    for (const condition of conditions) {
      describe(`${name}, ${condition.name}`, () => {
        const context = contextFor(suite, payload, condition);
        const compress = async (): Promise<Candidate | undefined> => createCompressor().compress(payload, context);

        it('offers a sound candidate or none', async () => {
          const candidate = await compress();
          expect(candidate === undefined ? [] : faultsOf(candidate, payload, context)).toEqual([]);
        });

        it('I4: answers the same again, from a new instance and after other payloads', async () => {
          const first = dataOf(await compress());
          const used = createCompressor();
          for (const [, other] of [...payloads].reverse()) await used.compress(other, contextFor(suite, other, condition));
          expect(dataOf(await used.compress(payload, context))).toEqual(first);
          expect(dataOf(await used.compress({ ...payload }, { ...context }))).toEqual(first);
        });

        it('I7: changes nothing that it is given', async () => {
          const given = deepFreeze(structuredClone(payload));
          await createCompressor().compress(given, deepFreeze({ ...context }));
          expect(given).toEqual(payload);
        });

        it('I10: decodes back to the original where it claims to be lossless', async () => {
          const candidate = await compress();
          if (candidate?.fidelity !== 'lossless') return;
          expect(decode === undefined ? 'a lossless text needs `decode`' : 'decodable').toBe('decodable');
          expect(equal(decode?.(candidate.text, payload) ?? '', payload.text)).toBe(true);
        });

        it('puts the marker in once, where JSON stays JSON', async () => {
          const candidate = await compress();
          if (candidate?.place === undefined) return;
          const placed = candidate.place(writeMarker({ handle, facts: ['1_rows_offloaded'] }));
          expect(parseMarkers(placed).filter((marker) => marker.handle === handle).length).toBe(1);
          if (isJson(candidate.text)) expect(isJson(placed)).toBe(true);
        });
      });
    }
  }
}

/** What of a candidate can be compared: all but the function that places the marker, for which its effect stands. */
function dataOf(candidate: Candidate | undefined): unknown {
  if (candidate === undefined) return undefined;
  const { place, ...data } = candidate;
  return { ...data, placed: place?.(writeMarker({ handle })) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
