import {
  compressOrPass,
  countRequests,
  createAnswerMemo,
  repeatNotice,
  retrieveRequestsIn,
  retrieveTool,
  type AnswerMemo,
  type Headroom,
  type LanguageModelPrompt,
} from '@headroom/core';
import type {
  ProcessInputStepArgs,
  ProcessInputStepResult,
  ProcessLLMRequestArgs,
  ProcessLLMRequestResult,
  Processor,
  ProcessOutputResultArgs,
} from '@mastra/core/processors';
import { restoreAnswers } from './exchange/restore.ts';
import { resolveOptions, type HeadroomMastraOptions, type ResolvedOptions } from './options.ts';
import { guardTools } from './report/marker-guard.ts';
import { createRunRecords, type RunRecord } from './report/run-record.ts';
import { buildReport } from './report/run-report.ts';
import { promptLens, resultLens } from './request/prompt-lens.ts';
import { requestScope } from './request/request-scope.ts';
import { findMissingTool } from './request/sent-tools.ts';
import { planStep, unplanned } from './request/step-plan.ts';
import { createStepTool, type StepTool } from './request/step-tool.ts';

/** The processor, with the engine that it uses. */
export interface HeadroomProcessor extends Processor<'headroom'> {
  /** For figures, for retrieving by hand, and to share with other adapters. */
  readonly headroom: Headroom;
  processInputStep(args: ProcessInputStepArgs): ProcessInputStepResult | undefined;
  processLLMRequest(args: ProcessLLMRequestArgs): Promise<ProcessLLMRequestResult>;
  processOutputResult(args: ProcessOutputResultArgs): Promise<ProcessOutputResultArgs['messageList']>;
}

/**
 * Makes a processor that compresses bulky tool results in every outgoing prompt of an agent, keeps the originals, and lets the model read any of them again.
 *
 * The agent's messages, memory and storage keep the originals; only the prompt changes. As an input processor it does all its work; the same instance among the output
 * processors reports each run (`onReport`).
 *
 * @throws HeadroomError `invalid-option`
 * @example
 * const agent = new Agent({ id: 'ops', name: 'ops', instructions, model, tools, inputProcessors: [headroomProcessor()] });
 */
export function headroomProcessor(options: HeadroomMastraOptions = {}): HeadroomProcessor {
  const resolved = resolveOptions(options);
  const { engine } = resolved;
  const memo = createAnswerMemo(engine);
  const recordOf = createRunRecords();
  return {
    id: 'headroom',
    name: 'Headroom',
    headroom: engine,

    processInputStep(args) {
      const record = recordOf(args.state);
      try {
        record.plan = planStep(args, resolved);
        return record.plan.redemption === 'none' || resolved.mode === 'audit' ? undefined : equip(args, record, memo, resolved);
      } catch (error) {
        record.plan = unplanned;
        resolved.onEvent({ type: 'prompt-passed', error });
        return undefined;
      }
    },

    async processLLMRequest(args) {
      const record = recordOf(args.state);
      tellMissingTool(args.steps, record, resolved);
      const prompt = await preparePrompt(args, record, memo, resolved);
      return prompt === undefined ? undefined : { prompt };
    },

    async processOutputResult({ state, result, messageList }) {
      const { requests, retrievals, markersInArguments } = recordOf(state);
      const run = { mode: resolved.mode, requests, retrievals, markersInArguments, usage: result.usage };
      await buildReport(run, engine.countTokens).then(resolved.onReport, () => undefined);
      return messageList;
    },
  };
}

// The retrieve tool keeps the place that an agent's own `headroomTools` gave it; else it stands last, so that the agent's tools keep their bytes.
function equip(
  { tools = {}, activeTools }: ProcessInputStepArgs,
  record: RunRecord,
  memo: AnswerMemo,
  options: ResolvedOptions,
): ProcessInputStepResult {
  const { name } = retrieveTool;
  const guarded = guardTools(tools, {
    policy: options.markersInArguments,
    handles: () => record.handles,
    onLeak(event) {
      record.markersInArguments += 1;
      options.onEvent(event);
    },
  });
  if (record.plan.tool === 'left') return { tools: guarded };
  return {
    tools: { ...guarded, [name]: createStepTool(answerCall(record, memo, options)) },
    ...(activeTools === undefined || activeTools.includes(name) ? {} : { activeTools: [...activeTools, name] }),
  };
}

// Told once a run: the steps that follow go the same way.
function tellMissingTool(steps: readonly unknown[], record: RunRecord, { onEvent }: ResolvedOptions): void {
  if (record.handles.length === 0 || record.missingToolTold) return;
  const event = findMissingTool(steps);
  if (event === undefined) return;
  record.missingToolTold = true;
  onEvent(event);
}

function answerCall(record: RunRecord, memo: AnswerMemo, { scope }: ResolvedOptions): StepTool['execute'] {
  return async (input, call) => {
    const notice = repeatNotice(record.asked.of(input));
    if (notice !== undefined) {
      record.retrievals.push({ input, found: false });
      return { headroom: 'retrieved', text: notice };
    }
    const { text, found } = await memo.answer(input, requestScope(call?.requestContext) ?? scope);
    record.retrievals.push({ input, found });
    return { headroom: 'retrieved', ...(found ? {} : { text }) };
  };
}

/**
 * Compresses the prompt and puts the answers of retrievals where their pointers stand; undefined where nothing changes (I9).
 *
 * Compression comes first: it stores the originals, so that a process with an empty store can answer the retrievals of a thread that another process wrote.
 */
async function preparePrompt(
  args: ProcessLLMRequestArgs,
  record: RunRecord,
  memo: AnswerMemo,
  options: ResolvedOptions,
): Promise<ProcessLLMRequestArgs['prompt'] | undefined> {
  const given = args.prompt as unknown as LanguageModelPrompt;
  const scope = requestScope(args.requestContext) ?? options.scope;
  const model = options.model ?? args.model.modelId;
  const { redemption, texts } = record.plan;
  const lens = texts === 'all' ? promptLens : resultLens;
  const { messages: prompt, receipt } = await compressOrPass(lens, given, options, { model, redemption, scope });
  try {
    const { prompt: restored, answers } = await restoreAnswers(prompt, async (input) => (await memo.answer(input, scope)).text);
    record.asked = countRequests(retrieveRequestsIn(given));
    record.handles = receipt?.handles ?? [];
    if (receipt !== undefined) record.requests.push({ model, receipt, answers });
    return restored === given ? undefined : (restored as unknown as ProcessLLMRequestArgs['prompt']);
  } catch (error) {
    options.onEvent({ type: 'prompt-passed', error });
    return undefined;
  }
}
