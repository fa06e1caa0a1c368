export { headroomProcessor, type HeadroomProcessor } from './processor.ts';
export { headroomTools, type HeadroomToolsOptions, type RetrieveToolSet } from './tools.ts';
export { promptLens } from './request/prompt-lens.ts';
export type { HeadroomMastraEvent, HeadroomMastraOptions } from './options.ts';
export type { LanguageModelPrompt as Prompt, LeakPolicy, MarkerLeakedEvent, PromptPassedEvent } from '@headroom/core';
export type { RequestFigures, RunReport } from './report/run-report.ts';
export type { ToolMissingEvent } from './request/sent-tools.ts';
