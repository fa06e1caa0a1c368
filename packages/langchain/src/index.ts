export { HeadroomChatModel } from './model/headroom-chat-model.ts';
export { messageLens } from './messages/message-lens.ts';
export type { HeadroomLangChainEvent, HeadroomLangChainOptions, PromptPassedEvent } from './options.ts';
export type { LeakPolicy, MarkerLeakedEvent } from './request/marker-guard.ts';
