import { isRetrieveToolName } from '../retrieve/retrieve-tool.ts';
import type { ContentKind } from '../types/content-kind.ts';
import type { Fidelity } from '../types/compressor.ts';
import type { PassReason } from '../types/rendering.ts';
import type { Segment } from '../types/segment.ts';
import { isFileRead } from './file-read.ts';
import type { ResolvedOptions, Treatment } from './options.ts';
import { findRule } from './tool-rule.ts';

/** What one request offers to redeem a marker: the retrieve tool (or in-band resolution), or nothing. */
export type Redemption = 'tool' | 'none';

/** What may be done to one segment. */
export type Permission =
  | { readonly allowed: 'nothing'; readonly reason: PassReason }
  | {
      readonly allowed: 'rewrite';
      readonly fidelity: Fidelity;
      readonly bias: number;
      readonly minimumTokens: number;
      readonly minimumOrigin: 'default' | 'caller';
      readonly kind?: ContentKind;
    };

/**
 * Decides what may be done to a segment, from the segment and the configuration alone (I3).
 *
 * Without redemption nothing may be left out (I2); what the retrieve tool gave back is never touched (I8).
 */
export function permit(segment: Segment, options: ResolvedOptions, redemption: Redemption): Permission {
  if (options.mode === 'off') return { allowed: 'nothing', reason: 'off' };
  if (isRetrieveToolName(segment.toolName ?? '')) return { allowed: 'nothing', reason: 'retrieved' };
  if (segment.text.length > options.maximumLength) return { allowed: 'nothing', reason: 'too-large' };
  const rule = findRule(options.tools, segment);
  const { treatment, reason } =
    rule?.treatment === undefined ? defaultTreatment(segment, options) : { treatment: rule.treatment, reason: 'rule' as const };
  if (treatment === 'verbatim') return { allowed: 'nothing', reason };
  return {
    allowed: 'rewrite',
    fidelity: treatment === 'lossless' || options.mode === 'lossless' || redemption === 'none' ? 'lossless' : 'reversible',
    bias: rule?.bias ?? options.bias,
    minimumTokens: rule?.minimumTokens ?? options.minimumTokens,
    minimumOrigin: rule?.minimumTokens === undefined ? options.minimumOrigin : 'caller',
    ...(rule?.kind === undefined ? {} : { kind: rule.kind }),
  };
}

function defaultTreatment(segment: Segment, options: ResolvedOptions): { treatment: Treatment; reason: PassReason } {
  const byRole = options.roles[segment.role];
  if (segment.role !== 'tool' || byRole === 'verbatim') return { treatment: byRole, reason: 'role' };
  if (segment.outcome === 'error') return { treatment: weaker(byRole, options.errorResults), reason: 'error-result' };
  if (isFileRead(segment)) return { treatment: weaker(byRole, options.fileReads), reason: 'file-read' };
  return { treatment: byRole, reason: 'rule' };
}

const strength: Record<Treatment, number> = { verbatim: 0, lossless: 1, compress: 2 };

function weaker(first: Treatment, second: Treatment): Treatment {
  return strength[first] < strength[second] ? first : second;
}
