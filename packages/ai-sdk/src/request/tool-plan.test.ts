import { describe, expect, it } from 'vitest';
import { resolveOptions, type HeadroomAiSdkOptions } from '../options.ts';
import type { CallOptions, Model } from '../specification/model.ts';
import { planTools, type ToolPlan } from './tool-plan.ts';

const model = { provider: 'openai.chat', modelId: 'gpt-5' } as Model;
const user = { role: 'user', content: [{ type: 'text', text: 'Which row failed?' }] } as const;
const resultOf = (toolName: string) =>
  ({ role: 'tool', content: [{ type: 'tool-result', toolCallId: 'c1', toolName, output: { type: 'text', value: 'rows' } }] }) as const;
const offering = (...names: readonly string[]) => ({
  tools: names.map((name) => ({ type: 'function' as const, name, inputSchema: { type: 'object' } })),
});

function plan(params: Partial<CallOptions> = {}, options: HeadroomAiSdkOptions = {}): Pick<ToolPlan, 'answeredBy' | 'redemption'> {
  const { answeredBy, redemption } = planTools({ prompt: [user], ...params }, model, resolveOptions({ offload: 'never', ...options }));
  return { answeredBy, redemption };
}

const offered = { answeredBy: 'middleware', redemption: 'tool' };
const left = { answeredBy: 'nobody', redemption: 'none' };

describe('planTools', () => {
  it('offers the tool where a result may be cut, and leaves it out where nothing could be', () => {
    expect(plan(offering('list_rows'))).toEqual(offered);
    expect(plan()).toEqual(left);
    expect(plan({ tools: [] })).toEqual(left);
    expect(plan(offering('read_file'))).toEqual(left);
    expect(plan(offering('get_user'), { tools: [{ match: 'get_*', treatment: 'lossless' }] })).toEqual(left);
  });

  it('I3: keeps it where results stand in the history and the tools are gone', () => {
    expect(plan({ prompt: [user, resultOf('list_rows')] })).toEqual(offered);
    expect(plan({ prompt: [user, resultOf('read_file')] })).toEqual(left);
  });

  it('does as `injection` says', () => {
    expect(plan({}, { injection: 'always' })).toEqual(offered);
    expect(plan(offering('list_rows'), { injection: 'never' })).toEqual(left);
    expect(() => plan({}, { injection: 'sometimes' as never })).toThrow('injection must be one of auto, always, never');
  });
});
