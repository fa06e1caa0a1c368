import { retrieveTool } from './retrieve-tool.ts';

/** The input of the retrieve tool as its schema describes it. */
export interface RetrieveInput {
  readonly hash: string;
  readonly lines?: string;
  readonly query?: string;
  readonly path?: string;
  readonly cursor?: string;
}

/**
 * A schema by the Standard Schema convention with JSON Schema, which the frameworks read: so that the tool needs no schema library.
 *
 * @see https://standardschema.dev
 */
export interface StandardInputSchema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'headroom';
    readonly validate: (value: unknown) => { readonly value: RetrieveInput };
    readonly jsonSchema: {
      readonly input: (options: { readonly target: string }) => Record<string, unknown>;
      readonly output: (options: { readonly target: string }) => Record<string, unknown>;
    };
    readonly types?: { readonly input: RetrieveInput; readonly output: RetrieveInput };
  };
}

// A fresh copy each time: the frameworks write `additionalProperties` into the schema that they are given.
const jsonSchema = (): Record<string, unknown> => structuredClone(retrieveTool.parameters);

/** The schema. Every input is valid: what it means is read forgivingly where it is answered, and a wrong one gets an answer that says what is wrong. */
export const retrieveInputSchema: StandardInputSchema = {
  '~standard': {
    version: 1,
    vendor: 'headroom',
    validate: (value) => ({ value: value as RetrieveInput }),
    jsonSchema: { input: jsonSchema, output: jsonSchema },
  },
};
