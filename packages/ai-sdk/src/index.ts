export { headroom, type HeadroomMiddleware } from './middleware.ts';
export { headroomTools, type HeadroomToolsOptions, type RetrieveToolSet } from './tools.ts';
export { headroomPrepareStep, type HeadroomPrepareStepOptions, type PrepareStep } from './prepare-step.ts';
export { promptLens } from './request/prompt-lens.ts';
export type { HeadroomAiSdkEvent, HeadroomAiSdkOptions } from './options.ts';
export type { LeakPolicy, MarkerLeakedEvent, PromptPassedEvent } from '@headroom/core';
export type { AnyMiddleware, AnyModel } from './specification/middleware.ts';
