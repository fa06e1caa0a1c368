import type { ModelOptions } from './inner-model.ts';

/** Whether the answer of a request has to be JSON, in the words of the various providers' packages. */
export function asksForJson(options: ModelOptions): boolean {
  const {
    response_format: format,
    outputConfig,
    outputFormat,
    responseSchema,
    text,
  } = options as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  if (typeof format?.['type'] === 'string') return format['type'] !== 'text';
  return [outputConfig?.['format'], outputFormat, responseSchema, text?.['format'], options['format']].some(
    (value) => value !== undefined && value !== null,
  );
}

/** Whether the one tool of a request is the form that its answer is filled into (`withStructuredOutput` by function calling). */
export function fillsForm(options: ModelOptions): boolean {
  const described = options['ls_structured_output_format'] as { readonly kwargs?: { readonly method?: unknown } } | undefined;
  return described?.kwargs?.method === 'function_calling' || described?.kwargs?.method === 'functionCalling';
}
