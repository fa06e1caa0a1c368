export type { ContentKind } from './types/content-kind.ts';
export type { Edit, Lens, Segment, SegmentRole, ToolOutcome } from './types/segment.ts';
export type { Candidate, CompressContext, Compressor, Fidelity, Omission, Payload } from './types/compressor.ts';
export type { CcrEntry, CcrLookup, CcrStore, CcrTouch, Handle, Scope, StoreCapabilities, StoreStats } from './types/store.ts';
export type { TokenCounter } from './types/token-counter.ts';
export { HeadroomError, type HeadroomErrorCode } from './errors/headroom-error.ts';
export { StoreFullError } from './errors/store-full-error.ts';
export { escapeMarkers, parseMarkers, readHandle, unescapeMarkers, writeBlobMarker, writeMarker, type Marker } from './marker/index.ts';
export { createMemoryStore } from './store/memory-store.ts';
export { processStore } from './store/process-store.ts';
// For those who write a store.
export { checkEntry, collisionError, storeClosedError } from './store/check-entry.ts';
export { resolveStoreOptions, type ResolvedStoreOptions, type StoreOptions } from './store/store-options.ts';
export { digestHandle } from './text/digest.ts';
export { createHeadroom, type CompressOptions, type Headroom, type TextOptions, type TextResult } from './headroom.ts';
export { compactDocument, compress, crushArray } from './compress.ts';
export type { Crushed, CrushedArray, CrushOptions } from './crush-json.ts';
export type { CompressResult, EngineCall } from './pipeline/engine.ts';
export type { HeadroomEvent } from './pipeline/events.ts';
export type { HeadroomOptions, Mode, ResolvedOptions } from './pipeline/options.ts';
export type { Redemption } from './pipeline/policy.ts';
export type { ToolRule } from './pipeline/tool-rule.ts';
export type { Treatment } from './pipeline/treatment.ts';
export type { MinimumSaving } from './guard/minimum-saving.ts';
export type { Receipt, ReceiptTotals, SegmentReport } from './receipt/receipt.ts';
export type { PassReason, Rendering } from './types/rendering.ts';
export { anthropicMessagesLens, type AnthropicMessage } from './lenses/anthropic-messages.ts';
export { openAiChatLens, type OpenAiChatMessage } from './lenses/openai-chat.ts';
export { languageModelLens, type LanguageModelMessage } from './lenses/language-model/language-model-lens.ts';
export type { MessageFormat } from './lenses/message-format.ts';
export { isRetrieveToolName, retrieveTool, retrieveToolName, retrieveToolTokens, type RetrieveTool } from './retrieve/retrieve-tool.ts';
export {
  readRetrieveInput,
  type RetrieveAnswer,
  type RetrieveFailure,
  type RetrieveProblem,
  type RetrieveRequest,
} from './retrieve/retrieve.ts';
export { loadTokenCounter } from './tokens/load-token-counter.ts';
export { describeModel, type ModelDescription } from './tokens/models.ts';
export type { Encoding } from './tokens/encoding.ts';
export { detectKind } from './detect/detect-kind.ts';
// For those who write a compressor.
export {
  createMatcher,
  fitBudget,
  questionTerms,
  rankRanges,
  terms,
  type RankRangesRequest,
  type WeightedTerm,
} from './relevance/index.ts';
export { chooseSentences, type ChooseSentencesRequest, type ChosenSentences } from './compressors/prose/choose-sentences.ts';
export { passageRoles, type PassageRole, type Passages } from './compressors/prose/read/passages.ts';
export { readPassages } from './compressors/prose/read/read-passages.ts';
// For those who write an adapter.
export * from './adapter/index.ts';
export { rewriteMessages } from './lenses/message-parts.ts';
export { retrieveRequestsIn } from './lenses/language-model/retrieve-requests.ts';
export type {
  LanguageModelPrompt,
  PromptAssistantMessage,
  PromptAssistantPart,
  PromptMessage,
  PromptOtherPart,
  PromptToolCall,
  PromptToolMessage,
  PromptToolOutput,
  PromptToolResult,
  ProviderData,
} from './lenses/language-model/prompt.ts';
export { oneOf, wholeNumber } from './pipeline/check-option.ts';
export { guardListener } from './pipeline/events.ts';
export { retrieveInputSchema, type RetrieveInput, type StandardInputSchema } from './retrieve/input-schema.ts';
export { createBoundedMemo, type BoundedMemo } from './text/bounded-memo.ts';
