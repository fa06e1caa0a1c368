import type { InnerModel } from '../request/inner-model.ts';

/** What the provider's implementation binds its schema with. */
export interface Binding {
  withConfig(config: object): unknown;
  bindTools(tools: readonly unknown[], options?: object): unknown;
}

/**
 * Runs the provider's own `withStructuredOutput`, with every method and option that it knows, on a view of the model whose bound models are wrapped again.
 *
 * A class with private fields cannot be seen through a view: then undefined comes back, and LangChain's general implementation does it.
 */
export function structuredOutput(inner: InnerModel, binding: Binding, schema: unknown, config: unknown): unknown {
  const view = new Proxy(inner, {
    get(target, key) {
      if (key === 'withConfig') return binding.withConfig;
      if (key === 'bindTools') return binding.bindTools;
      return Reflect.get(target, key, target) as unknown;
    },
  });
  try {
    return inner.withStructuredOutput.call(view, schema, config);
  } catch (error) {
    if (error instanceof TypeError && error.message.includes('private')) return undefined;
    throw error;
  }
}
