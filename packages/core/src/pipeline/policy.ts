import { isRetrieveToolName } from '../retrieve/retrieve-tool.ts';
import type { ContentKind } from '../types/content-kind.ts';
import type { Fidelity } from '../types/compressor.ts';
import type { PassReason } from '../types/rendering.ts';
import type { Segment } from '../types/segment.ts';
import { isFileRead } from './file-read.ts';
import type { ResolvedOptions } from './options.ts';
import { findRule } from './tool-rule.ts';
import type { Treatment } from './treatment.ts';

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

/** A permission to rewrite. */
export type Allowed = Extract<Permission, { allowed: 'rewrite' }>;

/**
 * Decides what may be done to a segment, from the segment and the configuration alone (I3).
 *
 * Without redemption nothing may be left out (I2); what the retrieve tool gave back is never touched (I8).
 */
export function permit(segment: Segment, options: ResolvedOptions, redemption: Redemption): Permission {
  if (options.mode === 'off') return nothing.off;
  if (segment.toolName !== undefined && isRetrieveToolName(segment.toolName)) return nothing.retrieved;
  if (segment.text.length > options.maximumLength) return nothing['too-large'];
  const rule = findRule(options.tools, segment);
  const reason = rule?.treatment === undefined ? reasonOf(segment, options) : 'rule';
  const treatment = rule?.treatment ?? defaultTreatment(segment, options, reason);
  if (treatment === 'verbatim') return nothing[reason];
  const permission: Permission = {
    allowed: 'rewrite',
    fidelity: treatment === 'lossless' || options.mode === 'lossless' || redemption === 'none' ? 'lossless' : 'reversible',
    bias: rule?.bias ?? options.bias,
    minimumTokens: rule?.minimumTokens ?? options.minimumTokens,
    minimumOrigin: rule?.minimumTokens === undefined ? options.minimumOrigin : 'caller',
  };
  return rule?.kind === undefined ? permission : { ...permission, kind: rule.kind };
}

type Reason = 'off' | 'retrieved' | 'too-large' | 'role' | 'rule' | 'error-result' | 'file-read';

// One object for each reason: most texts of a history are what people and models said, and a prompt has them all on every turn.
const reasons: readonly Reason[] = ['off', 'retrieved', 'too-large', 'role', 'rule', 'error-result', 'file-read'];
const nothing = Object.fromEntries(reasons.map((reason) => [reason, Object.freeze({ allowed: 'nothing', reason })])) as Record<
  Reason,
  Extract<Permission, { allowed: 'nothing' }>
>;

/** By what a text is treated where no rule says it. */
function reasonOf(segment: Segment, options: ResolvedOptions): Reason {
  if (segment.role !== 'tool' || options.roles.tool === 'verbatim') return 'role';
  if (segment.outcome === 'error') return 'error-result';
  return isFileRead(segment) ? 'file-read' : 'rule';
}

function defaultTreatment({ role }: Segment, options: ResolvedOptions, reason: Reason): Treatment {
  const byRole = options.roles[role];
  if (reason === 'error-result') return weaker(byRole, options.errorResults);
  return reason === 'file-read' ? weaker(byRole, options.fileReads) : byRole;
}

const strength: Record<Treatment, number> = { verbatim: 0, lossless: 1, compress: 2 };

function weaker(first: Treatment, second: Treatment): Treatment {
  return strength[first] < strength[second] ? first : second;
}
