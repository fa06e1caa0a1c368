import { RunnableBinding } from '@langchain/core/runnables';
import type { InnerModel, ModelOptions } from '../request/inner-model.ts';

/** A model that can be called as it is, and the options of the call. */
export interface ResolvedInner {
  readonly inner: InnerModel;
  readonly options: ModelOptions;
}

/** The model behind the wrapped one: what a configurable model (`initChatModel`) stands for in this call, with the options that it has bound. */
export async function resolveInner(inner: InnerModel, options: ModelOptions): Promise<ResolvedInner> {
  if (inner._getModelInstance === undefined) return { inner, options: withDefaults(inner, options) };
  const { configurable } = (options['headroom'] ?? {}) as { readonly configurable?: object };
  return unbind(await inner._getModelInstance(configurable === undefined ? {} : { configurable }), options);
}

/** Options over those that a model has bound to itself, as OpenAI's do in `invoke` and `stream` but not below them. */
export function withDefaults({ defaultOptions }: Pick<InnerModel, 'defaultOptions'>, options: ModelOptions): ModelOptions {
  return defaultOptions === undefined || Object.keys(defaultOptions).length === 0 ? options : { ...defaultOptions, ...options };
}

function unbind(model: unknown, options: ModelOptions): ResolvedInner {
  if (!RunnableBinding.isRunnableBinding(model)) return { inner: model as InnerModel, options: withDefaults(model as InnerModel, options) };
  return unbind(model.bound, { ...(model.config as ModelOptions), ...(model.kwargs as ModelOptions | undefined), ...options });
}
