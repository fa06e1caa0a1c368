export { HeadroomChatModel } from './model/headroom-chat-model.ts';
export { headroomTools, type HeadroomToolsOptions } from './tools.ts';
export { messageLens } from './messages/message-lens.ts';
export type { HeadroomLangChainEvent, HeadroomLangChainOptions } from './options.ts';
export type { LeakPolicy, MarkerLeakedEvent, PromptPassedEvent } from '@headroom/core';
export { HeadroomDocumentCompressor, type HeadroomDocumentOptions } from './documents/document-compressor.ts';
export { HeadroomRetriever } from './documents/retriever.ts';
