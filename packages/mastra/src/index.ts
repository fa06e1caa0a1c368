export { headroomProcessor, type HeadroomProcessor } from './processor.ts';
export { headroomTools, type HeadroomToolsOptions, type RetrieveToolSet } from './tools.ts';
export { promptLens } from './prompt/prompt-lens.ts';
export type { Prompt } from './prompt/prompt.ts';
export type { HeadroomMastraEvent, HeadroomMastraOptions } from './options.ts';
export type { LeakPolicy, MarkerLeakedEvent, PromptPassedEvent } from '@headroom/core';
export type { RequestFigures, RunReport } from './report/run-report.ts';
export type { ToolMissingEvent } from './request/sent-tools.ts';
