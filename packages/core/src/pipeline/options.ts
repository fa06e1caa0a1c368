import type { MinimumSaving } from '../guard/minimum-saving.ts';
import type { Receipt } from '../receipt/receipt.ts';
import type { Compressor } from '../types/compressor.ts';
import type { SegmentRole } from '../types/segment.ts';
import type { CcrStore, Scope } from '../types/store.ts';
import type { TokenCounter } from '../types/token-counter.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { invalidOption, oneOf } from './check-option.ts';
import { guardListener, type HeadroomEvent } from './events.ts';
import type { ToolRule } from './tool-rule.ts';
import type { Treatment } from './treatment.ts';

/**
 * How far Headroom goes: `off` returns the same reference, `audit` measures and changes nothing, `lossless` drops nothing, `reversible` also leaves
 * out what the store can give back.
 */
export type Mode = 'off' | 'audit' | 'lossless' | 'reversible';

/** Options of `createHeadroom`; every field is optional. */
export interface HeadroomOptions {
  /** @default 'reversible' */
  readonly mode?: Mode;
  /** The model the prompts go to, such as `gpt-5` or `claude-sonnet-4-5`: chooses the tokenizer and how hard to press. @default an o200k model with 128,000 tokens */
  readonly model?: string;
  /** Where originals are kept. @default a memory store of 256 MiB */
  readonly store?: CcrStore;
  /** Whose originals these are; one scope never reads another's. @default 'default' */
  readonly scope?: Scope;
  /** Texts of fewer tokens pass unchanged. @default 200; 2000 for listings and the hits in a file, 600 for other command output and hits all over a tree */
  readonly minimumTokens?: number;
  /** The least a rewrite must save; a lossless form of JSON needs only two tokens, what leaves something out at least 60 and a tenth. @default { tokens: 16, share: 0.02 } */
  readonly minimumSaving?: Partial<MinimumSaving>;
  /** Which roles' texts may change. @default tool results are compressed, all else is verbatim */
  readonly roles?: Partial<Record<SegmentRole, Treatment>>;
  /** Rules for single tools, first match wins. @default none */
  readonly tools?: readonly ToolRule[];
  /** Results of failed calls. @default 'verbatim' */
  readonly errorResults?: Treatment;
  /** Results of tools whose name says that they read a file, and of shell commands that only print source files: ground truth that edits quote. @default 'verbatim' */
  readonly fileReads?: Treatment;
  /** What a result repeats of earlier ones in the same prompt, or of the agent's own calls: `tell` it by reference (nothing leaves the view), or show it again. @default 'tell' */
  readonly repeats?: 'tell' | 'show';
  /** Multiplies how much is kept: 2 keeps twice as much. @default 1 */
  readonly bias?: number;
  /** Compressors of the caller, asked beside the built-in ones. @default none */
  readonly compressors?: readonly Compressor[];
  /** Counts tokens. @default the exact counter of the model's tokenizer */
  readonly tokenCounter?: TokenCounter;
  readonly retrieval?: {
    /** Tokens that one answer of the retrieve tool may take. @default 2000 */
    readonly budgetTokens?: number;
  };
  /** Where large texts are worked on: `auto` uses a worker thread where the runtime has them. @default 'auto' */
  readonly offload?: 'auto' | 'never';
  /** Milliseconds after which the first compression of one text is given up and the text passes unchanged for good. @default 10000 */
  readonly deadlineMs?: number;
  /** Milliseconds after which a store that does not answer counts as failed; the texts that need it pass unchanged. @default 5000 */
  readonly storeDeadlineMs?: number;
  /** Texts of more UTF-16 units pass unchanged. @default 20000000 */
  readonly maximumLength?: number;
  /** Bytes of renderings remembered, so that a known history costs nothing. @default 64 MiB */
  readonly memoBytes?: number;
  /** Called with the receipt of every `compress`. */
  readonly onReceipt?: (receipt: Receipt) => void;
  /** Called for everything worth knowing: passes, failures, progress, retrievals. */
  readonly onEvent?: (event: HeadroomEvent) => void;
}

/** Options with all defaults filled in. */
export interface ResolvedOptions {
  readonly mode: Mode;
  readonly model: string | undefined;
  readonly store: CcrStore;
  readonly scope: Scope;
  readonly minimumTokens: number;
  readonly minimumOrigin: 'default' | 'caller';
  readonly minimumSaving: MinimumSaving;
  readonly roles: Record<SegmentRole, Treatment>;
  readonly tools: readonly ToolRule[];
  readonly errorResults: Treatment;
  readonly fileReads: Treatment;
  readonly repeats: 'tell' | 'show';
  readonly bias: number;
  readonly compressors: readonly Compressor[];
  readonly tokenCounter: TokenCounter | undefined;
  readonly retrievalBudget: number;
  readonly offload: 'auto' | 'never';
  readonly deadlineMs: number;
  readonly storeDeadlineMs: number;
  readonly maximumLength: number;
  readonly memoBytes: number;
  readonly onReceipt: (receipt: Receipt) => void;
  readonly onEvent: (event: HeadroomEvent) => void;
}

const treatments: readonly Treatment[] = ['compress', 'lossless', 'verbatim'];
const modes: readonly Mode[] = ['off', 'audit', 'lossless', 'reversible'];
const mebibyte = 1024 * 1024;

/**
 * Fills in the defaults and checks what the caller gave.
 *
 * @throws HeadroomError `invalid-option`, naming the option and what it may be.
 */
export function resolveOptions(options: HeadroomOptions = {}): ResolvedOptions {
  const mode = oneOf('mode', options.mode ?? 'reversible', modes);
  const roles = { system: 'verbatim', user: 'verbatim', assistant: 'verbatim', tool: 'compress', ...options.roles } as const;
  for (const [role, treatment] of Object.entries(roles)) oneOf(`roles.${role}`, treatment, treatments);
  return {
    mode,
    model: options.model,
    store: options.store ?? createMemoryStore(),
    scope: checkScope(options.scope ?? 'default'),
    minimumTokens: atLeast('minimumTokens', options.minimumTokens ?? 200, 0),
    minimumOrigin: options.minimumTokens === undefined ? 'default' : 'caller',
    minimumSaving: {
      tokens: atLeast('minimumSaving.tokens', options.minimumSaving?.tokens ?? 16, 1),
      share: atLeast('minimumSaving.share', options.minimumSaving?.share ?? 0.02, 0),
    },
    roles,
    tools: options.tools ?? [],
    errorResults: oneOf('errorResults', options.errorResults ?? 'verbatim', treatments),
    fileReads: oneOf('fileReads', options.fileReads ?? 'verbatim', treatments),
    repeats: oneOf('repeats', options.repeats ?? 'tell', ['tell', 'show']),
    bias: atLeast('bias', options.bias ?? 1, 0),
    compressors: options.compressors ?? [],
    tokenCounter: options.tokenCounter,
    retrievalBudget: atLeast('retrieval.budgetTokens', options.retrieval?.budgetTokens ?? 2000, 1),
    offload: oneOf('offload', options.offload ?? 'auto', ['auto', 'never']),
    deadlineMs: atLeast('deadlineMs', options.deadlineMs ?? 10_000, 1),
    storeDeadlineMs: atLeast('storeDeadlineMs', options.storeDeadlineMs ?? 5000, 1),
    maximumLength: atLeast('maximumLength', options.maximumLength ?? 20_000_000, 1),
    memoBytes: atLeast('memoBytes', options.memoBytes ?? 64 * mebibyte, 1),
    onReceipt: guardListener(options.onReceipt ?? (() => undefined)),
    onEvent: guardListener(options.onEvent ?? (() => undefined)),
  };
}

/** @throws HeadroomError `invalid-option` for a scope that is no string. */
export function checkScope(scope: unknown): Scope {
  if (typeof scope !== 'string') throw invalidOption('scope', 'a string', scope);
  return scope;
}

function atLeast(name: string, value: number, minimum: number): number {
  if (typeof value !== 'number' || Number.isNaN(value) || value < minimum)
    throw invalidOption(name, `a number of at least ${minimum}`, value);
  return value;
}
