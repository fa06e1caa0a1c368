import type { RetrieveAnswer, RetrieveRequest } from '../retrieve/retrieve.ts';
import type { RenderRequest } from '../router/render-request.ts';
import type { Rendering } from '../types/rendering.ts';

/** Does the work that only needs data: renders, counts and reads, here or elsewhere. */
export interface Renderer {
  /** Rejects with the signal's reason when it is aborted; the work is then stopped where the runtime can stop it. */
  render(request: RenderRequest, signal: AbortSignal): Promise<Rendering>;
  count(text: string): Promise<number>;
  /** Reads the part of an original that a retrieval asks for. */
  read(original: string, request: RetrieveRequest): Promise<RetrieveAnswer>;
  close(): Promise<void>;
}
