export { HeadroomChatModel } from './model/headroom-chat-model.ts';
export { headroomTools, type HeadroomToolsOptions } from './tools.ts';
export { messageLens } from './messages/message-lens.ts';
export type { HeadroomLangChainEvent, HeadroomLangChainOptions, PromptPassedEvent } from './options.ts';
export type { LeakPolicy, MarkerLeakedEvent } from './request/marker-guard.ts';
export { HeadroomDocumentCompressor, type HeadroomDocumentOptions } from './documents/document-compressor.ts';
export { HeadroomRetriever } from './documents/retriever.ts';
