import { HeadroomError } from '@headroom/core';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { RunnableBinding } from '@langchain/core/runnables';

/** What the base class of a wrapper is made with: the fields of the wrapped model that are asked around `_generate`. */
export function baseFields({
  callbacks,
  tags,
  metadata,
  verbose,
  cache,
  outputVersion,
}: BaseChatModel): ConstructorParameters<typeof BaseChatModel>[0] {
  return {
    verbose,
    ...(callbacks === undefined ? {} : { callbacks }),
    ...(tags === undefined ? {} : { tags }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(cache === undefined ? {} : { cache }),
    ...(outputVersion === undefined ? {} : { outputVersion }),
  };
}

/** @throws HeadroomError `invalid-input` for what is no chat model, saying what to give. */
export function checkChatModel(model: unknown): void {
  if (isChatModel(model)) return;
  const message = RunnableBinding.isRunnableBinding(model)
    ? 'HeadroomChatModel wraps a chat model, not a binding: wrap the model first, then bind its tools: new HeadroomChatModel(model).bindTools(tools).'
    : 'HeadroomChatModel wraps a chat model of LangChain, such as new ChatOpenAI(); what it was given has no _generate method.';
  throw new HeadroomError({ code: 'invalid-input', message });
}

/** Whether a value is a chat model of LangChain. */
export function isChatModel(model: unknown): model is BaseChatModel {
  return typeof model === 'object' && model !== null && '_generate' in model && typeof model._generate === 'function';
}
