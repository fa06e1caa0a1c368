export { headroomProcessor, type HeadroomProcessor } from './processor.ts';
export { headroomTools, type HeadroomToolsOptions, type RetrieveToolSet } from './tools.ts';
export { promptLens } from './prompt/prompt-lens.ts';
export type { Prompt } from './prompt/prompt.ts';
export type { HeadroomMastraEvent, HeadroomMastraOptions, PromptPassedEvent } from './options.ts';
export type { LeakPolicy, MarkerLeakedEvent } from './report/marker-guard.ts';
export type { RequestFigures, RunReport } from './report/run-report.ts';
export type { ToolMissingEvent } from './request/sent-tools.ts';
