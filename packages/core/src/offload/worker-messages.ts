import type { RenderRequest } from '../router/render-request.ts';
import type { Encoding } from '../tokens/encoding.ts';
import type { Rendering } from '../types/rendering.ts';

export interface WorkerRequest {
  readonly id: number;
  readonly encoding: Encoding;
  readonly request: RenderRequest;
}

export type WorkerResponse = { readonly id: number; readonly rendering: Rendering } | { readonly id: number; readonly failure: string };
