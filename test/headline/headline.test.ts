import { describe, expect, it } from 'vitest';
import { measureHeadlines } from './measure-headlines.ts';

describe('the headline workloads', () => {
  it('keep every distinct error of an incident, and every issue that is asked for, in a tenth and a fifth of the tokens', async () => {
    const rows = await measureHeadlines();
    const row = (workload: string, question: string) => rows.find((one) => one.workload === workload && one.question === question)!;
    const incident = row('incident log', 'with a question');
    const triage = row('issue triage', 'with a question');
    expect(incident.tokensBefore).toBeGreaterThan(60_000);
    expect(incident.facts).toBeGreaterThanOrEqual(12);
    expect(incident.missing).toEqual([]);
    expect(row('incident log', 'without').missing).toEqual([]);
    expect(incident.tokensAfter).toBeLessThanOrEqual(5_500);
    expect(triage.tokensBefore).toBeGreaterThan(50_000);
    expect(triage.facts).toBe(16);
    expect(triage.missing).toEqual([]);
    expect(triage.tokensAfter).toBeLessThanOrEqual(12_000);
  }, 60_000);
});
