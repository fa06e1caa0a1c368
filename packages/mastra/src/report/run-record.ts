import { countRequests, type Handle, type RequestCounts } from '@headroom/core';
import { unplanned, type StepPlan } from '../request/step-plan.ts';
import type { SentRequest } from './run-report.ts';

/** What is known of one run of an agent while it goes on. */
export interface RunRecord {
  /** What the step under way offers; none until a step was planned. */
  plan: StepPlan;
  /** How often each request to the retrieve tool stands in the latest prompt. */
  asked: RequestCounts;
  /** Handles in the latest prompt. */
  handles: readonly Handle[];
  readonly requests: SentRequest[];
  readonly retrievals: { readonly input: unknown; readonly found: boolean }[];
  markersInArguments: number;
  missingToolTold: boolean;
}

/** Finds the record of a run by the state object that Mastra gives every hook of a processor during a request: nothing of ours stands in it. */
export function createRunRecords(): (state: object) => RunRecord {
  const records = new WeakMap<object, RunRecord>();
  return (state) => {
    const known = records.get(state);
    if (known !== undefined) return known;
    const record: RunRecord = {
      plan: unplanned,
      asked: countRequests([]),
      handles: [],
      requests: [],
      retrievals: [],
      markersInArguments: 0,
      missingToolTold: false,
    };
    records.set(state, record);
    return record;
  };
}
