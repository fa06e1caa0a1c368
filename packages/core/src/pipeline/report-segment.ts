import type { SegmentReport } from '../receipt/receipt.ts';
import type { Rendering } from '../types/rendering.ts';
import type { Segment } from '../types/segment.ts';
import type { Permission } from './policy.ts';

/** Says what happened to one segment. */
export function reportSegment(segment: Segment, permission: Permission, rendering: Rendering | undefined): SegmentReport {
  const place = {
    id: segment.id,
    role: segment.role,
    ...(segment.toolName === undefined ? {} : { toolName: segment.toolName }),
    ...(segment.toolCallId === undefined ? {} : { toolCallId: segment.toolCallId }),
  };
  if (rendering === undefined) {
    return { ...place, flag: 'passed', omissions: [], ...(permission.allowed === 'nothing' ? { reason: permission.reason } : {}) };
  }
  const { kind, tokensBefore, tokensAfter, omissions } = rendering;
  return {
    ...place,
    flag: rendering.text === undefined ? 'passed' : 'compressed',
    kind,
    tokensBefore,
    tokensAfter,
    omissions,
    ...(rendering.reason === undefined ? {} : { reason: rendering.reason }),
    ...(rendering.detail === undefined ? {} : { detail: rendering.detail }),
    ...(rendering.compressor === undefined ? {} : { compressor: rendering.compressor }),
    ...(rendering.method === undefined ? {} : { method: rendering.method }),
    ...(rendering.fidelity === undefined ? {} : { fidelity: rendering.fidelity }),
    ...(rendering.handle === undefined ? {} : { handle: rendering.handle }),
  };
}
