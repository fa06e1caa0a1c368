import { createHeadroom, HeadroomError, type Injection } from '@headroom/core';
import { ToolMessage } from '@langchain/core/messages';
import { describe, expect, it } from 'vitest';
import type { InnerModel } from './inner-model.ts';
import { HeadroomChatModel, headroomTools } from '../index.ts';
import { chat } from '../__fixtures__/providers.ts';
import { createMarkerGuard } from '../loop/marker-guard.ts';
import { createOfferTool } from './offer-tool.ts';
import { asksForJson, fillsForm } from './structured-request.ts';
import { planTools } from './tool-plan.ts';
import { toolNames } from './tool-names.ts';

const inner = (fields: Partial<InnerModel> = {}): InnerModel =>
  ({
    _llmType: () => 'openai',
    bindTools: (tools: readonly unknown[]) => ({ kwargs: { tools: [...tools] } }),
    ...fields,
  }) as unknown as InnerModel;
const engine = createHeadroom({ offload: 'never' });
const plan = (options: Record<string, unknown>, model = inner()) =>
  planTools({ inner: model, options, messages: [] }, { mode: 'reversible', injection: 'auto', engine }, createOfferTool());

describe('names of tools', () => {
  it('are found in every form', () => {
    const forms = [
      { name: 'a' },
      { type: 'function', function: { name: 'b' } },
      { toolSpec: { name: 'c' } },
      { functionDeclarations: [{ name: 'd' }, { name: 'e' }] },
    ];
    expect(toolNames([...forms, null, 1, {}])).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(toolNames(undefined)).toEqual([]);
  });
});

describe('offering the tool', () => {
  it("formats a caller's list once, and again where strictness differs", () => {
    let bindings = 0;
    const model = inner({ bindTools: (tools) => ({ config: { tools: [...tools], bound: (bindings += 1) } }) });
    const offer = createOfferTool();
    const tools = [{ name: 'mine' }];
    expect(offer(model, { tools })).toBe(offer(model, { tools }));
    expect(toolNames(offer(model, { tools, strict: true }))).toEqual(['mine', 'headroom_retrieve']);
    expect(bindings).toBe(2);
  });

  it('I3: offers it by the tools that the caller offers, and keeps it for results in the history', () => {
    const planned = (tools: readonly string[], rest: Partial<Parameters<typeof planTools>[0]> = {}, injection: Injection = 'auto') =>
      planTools(
        { inner: inner(), options: { tools: tools.map((name) => ({ name })) }, messages: [], ...rest },
        { mode: 'reversible', injection, engine },
        createOfferTool(),
      ).redemption;
    expect([planned(['list_rows']), planned(['read_file']), planned([]), planned([], {}, 'always')]).toEqual([
      'tool',
      'none',
      'none',
      'tool',
    ]);
    const history = (name?: string) => ({
      messages: [new ToolMessage({ content: 'rows', tool_call_id: 'c1', ...(name === undefined ? {} : { name }) })],
    });
    expect([planned([], history('list_rows')), planned([], history()), planned([], history('read_file'))]).toEqual([
      'tool',
      'tool',
      'none',
    ]);
  });

  it.each([
    ['takes no tools', { bindTools: undefined }],
    [
      'rejects them',
      {
        bindTools: () => {
          throw new Error('no');
        },
      },
    ],
    ['hides what it made of them', { bindTools: () => ({}) }],
  ])('I2: does without where a model %s', (_name, fields) => {
    expect(plan({}, inner(fields as never))).toMatchObject({ answeredBy: 'nobody', redemption: 'none' });
  });

  it.each([
    ['a bare request for JSON', { response_format: { type: 'json_object' } }],
    ['a form to fill in', { tools: [{ name: 'extract' }], ls_structured_output_format: { kwargs: { method: 'functionCalling' } } }],
    ["Google's own tools", { tools: [{ googleSearch: {} }] }],
  ])('I2: does without beside %s', (_name, options) => {
    expect(plan(options)).toMatchObject({ answeredBy: 'nobody', redemption: 'none', options });
  });

  it('leaves a tool of the caller to the caller', () => {
    expect(plan({ tools: [{ name: 'mcp__headroom__headroom_retrieve' }] })).toMatchObject({ answeredBy: 'caller', redemption: 'tool' });
  });

  it('I2: of another store redeems nothing here', () => {
    headroomTools({ headroom: createHeadroom({ offload: 'never' }) });
    expect(plan({ tools: [{ name: 'headroom_retrieve' }] })).toMatchObject({ answeredBy: 'caller', redemption: 'none' });
    headroomTools({ headroom: engine });
    expect(plan({ tools: [{ name: 'headroom_retrieve' }] })).toMatchObject({ answeredBy: 'caller', redemption: 'tool' });
  });
});

describe('requests for JSON', () => {
  it.each([{ response_format: { type: 'json_schema' } }, { outputConfig: { format: {} } }, { responseSchema: {} }, { format: 'json' }])(
    'are known: %o',
    (options) => {
      expect(asksForJson(options)).toBe(true);
    },
  );

  it.each([{}, { response_format: { type: 'text' } }, { outputConfig: { effort: 'low' } }, { text: { verbosity: 'low' } }])(
    'are told from others: %o',
    (options) => {
      expect([asksForJson(options), fillsForm(options)]).toEqual([false, false]);
    },
  );
});

describe('markers in arguments', () => {
  const handle = '0123456789abcdef01234567';
  const leaking = { id: 'c', name: 'write', args: { deep: [{ text: `all of <<ccr:${handle} 9_rows_offloaded>>` }] } };
  const guard = (policy: 'warn' | 'refuse', handles = [handle]) => createMarkerGuard({ policy, handles, onLeak: () => undefined });

  it('are found however deep they stand', () => {
    expect(guard('warn').check(leaking)).toEqual({});
    expect(guard('refuse').check(leaking)?.refusal).toContain('The tool was not run');
    expect(guard('refuse').check({ ...leaking, args: { text: 'plain' } })).toBeUndefined();
  });

  it('I12: of others are text', () => expect(guard('refuse', ['ffffffffffffffffffffffff']).check(leaking)).toBeUndefined());
});

describe('options', () => {
  const wrap = (options: object) => () => new HeadroomChatModel(chat.create('http://127.0.0.1:9/v1'), options);

  it.each([{ maximumRounds: 0 }, { injection: 'sometimes' }, { markersInArguments: 'hide' }, { mode: 'fast' }])(
    'says which is wrong: %o',
    (options) => {
      expect(wrap(options)).toThrow(HeadroomError);
      expect(wrap(options)).toThrow(Object.keys(options)[0]);
    },
  );

  it('of an engine are an error beside a shared one', () => {
    expect(wrap({ headroom: engine, mode: 'off', minimumTokens: 5 })).toThrow('mode, minimumTokens');
    expect(wrap({ headroom: engine, scope: 's', model: 'gpt-5' })).not.toThrow();
  });
});
