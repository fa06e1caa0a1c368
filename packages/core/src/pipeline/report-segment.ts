import type { SegmentReport } from '../receipt/receipt.ts';
import type { Rendering } from '../types/rendering.ts';
import type { Segment } from '../types/segment.ts';
import type { Permission } from './policy.ts';

/** Says what happened to one segment; at once for what people and models said, which is most of a history. */
export function reportSegment(segment: Segment, permission: Permission, rendering: Rendering | undefined): SegmentReport {
  if (rendering === undefined && segment.toolName === undefined && segment.toolCallId === undefined && permission.allowed === 'nothing') {
    return { id: segment.id, role: segment.role, flag: 'passed', omissions: [], reason: permission.reason };
  }
  const report: Report = {
    id: segment.id,
    role: segment.role,
    flag: rendering?.text === undefined ? 'passed' : 'compressed',
    omissions: [],
  };
  if (segment.toolName !== undefined) report.toolName = segment.toolName;
  if (segment.toolCallId !== undefined) report.toolCallId = segment.toolCallId;
  if (rendering !== undefined) describeRendering(report, rendering);
  else if (permission.allowed === 'nothing') report.reason = permission.reason;
  return report;
}

type Report = { -readonly [Field in keyof SegmentReport]: SegmentReport[Field] };

// Field by field: spreading one object into another takes several times as long, and a report is written for every text of every prompt.
function describeRendering(report: Report, rendering: Rendering): void {
  report.kind = rendering.kind;
  report.tokensBefore = rendering.tokensBefore;
  report.tokensAfter = rendering.tokensAfter;
  report.omissions = rendering.omissions;
  if (rendering.reason !== undefined) report.reason = rendering.reason;
  if (rendering.detail !== undefined) report.detail = rendering.detail;
  if (rendering.compressor !== undefined) report.compressor = rendering.compressor;
  if (rendering.method !== undefined) report.method = rendering.method;
  if (rendering.fidelity !== undefined) report.fidelity = rendering.fidelity;
  if (rendering.handle !== undefined) report.handle = rendering.handle;
}
