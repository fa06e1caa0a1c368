/**
 * A model as a middleware is handed it, in either specification. The call options are `never` here, so that models of both fit: the package reads
 * them through its own types (`CallOptions`).
 */
export interface AnyModel {
  readonly specificationVersion: string;
  readonly provider: string;
  readonly modelId: string;
  doGenerate(options: never): PromiseLike<unknown>;
  doStream(options: never): PromiseLike<unknown>;
}

/**
 * A language model middleware that ai 6 (`LanguageModelV3Middleware`) and ai 7 (`LanguageModelMiddleware`) both accept.
 *
 * It says `v3` because ai 6 insists on it and ai 7 takes any word; the methods are generic because they give back what they were given.
 */
export interface AnyMiddleware {
  readonly specificationVersion: 'v3';
  transformParams<Params>(options: { type: 'generate' | 'stream'; params: Params; model: AnyModel }): Promise<Params>;
  wrapGenerate<Result, Params>(options: { doGenerate: () => PromiseLike<Result>; params: Params; model: AnyModel }): Promise<Result>;
  wrapStream<Result, Params>(options: { doStream: () => PromiseLike<Result>; params: Params; model: AnyModel }): Promise<Result>;
}
