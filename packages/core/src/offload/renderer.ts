import type { RenderRequest } from '../router/render-request.ts';
import type { Rendering } from '../types/rendering.ts';

/** Renders and counts, here or elsewhere. */
export interface Renderer {
  /** Rejects with the signal's reason when it is aborted; the work is then stopped where the runtime can stop it. */
  render(request: RenderRequest, signal: AbortSignal): Promise<Rendering>;
  count(text: string): Promise<number>;
  close(): Promise<void>;
}
