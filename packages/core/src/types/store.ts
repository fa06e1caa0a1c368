/** The key of an original: 24 lowercase hexadecimal digits of SHA-256 over scope, a zero byte and the original. */
export type Handle = string;

/** Whose originals these are: a tenant, a conversation. One scope can never read another's originals (I12). */
export type Scope = string;

/** An original to be kept. */
export interface CcrEntry {
  readonly scope: Scope;
  /** The text as the application gave it: never a marker, never an intermediate (I1). Lone surrogates are kept. */
  readonly text: string;
  /**
   * `unchanged` pins a decision: a deadline cut the compression of this text short, so that it goes out as it is on every later turn (I4).
   * A later put without it does not take the pin away.
   */
  readonly decision?: 'unchanged';
}

/** What a store answers when asked for an original. */
export type CcrLookup =
  | { readonly status: 'found'; readonly text: string; readonly decision?: 'unchanged' }
  | { readonly status: 'never-stored' }
  | { readonly status: 'expired' }
  | { readonly status: 'wrong-scope' };

/** Whether a touched handle is still there. */
export interface CcrTouch {
  readonly handle: Handle;
  readonly status: 'found' | 'missing';
  readonly decision?: 'unchanged';
}

/** What a store can promise, as data. */
export interface StoreCapabilities {
  /** Whether an acknowledged put survives the end of the process. */
  readonly durability: 'process' | 'disk' | 'shared';
  /** Whether several processes may use it at once. */
  readonly sharing: 'process' | 'machine' | 'network';
  /** The smallest difference in age that expiry can tell, in milliseconds. */
  readonly ttlGranularityMs: number;
  /** How long an original lives after its last put, get or touch, in milliseconds; undefined where the store does not say. */
  readonly ttlMs?: number;
  /** The largest sum of originals it holds, in bytes; undefined where only the disk bounds it. */
  readonly maximumBytes?: number;
}

/** Figures of a store. */
export interface StoreStats {
  readonly entries: number;
  readonly bytes: number;
}

/**
 * Keeps originals.
 *
 * Lifetime: an entry lives `ttlMs` from its last put, get or touch. Capacity never evicts what a live conversation touched: a full store rejects
 * the put (`StoreFullError`), and the text then passes unchanged.
 */
export interface CcrStore {
  readonly capabilities: StoreCapabilities;
  /** Acknowledged means durable as far as this store can promise. Putting the same text again is a touch. Rejects with StoreFullError. */
  put(entry: CcrEntry): Promise<Handle>;
  /** Reads an original and touches it. Handles are read case-insensitively. */
  get(handle: Handle, scope: Scope): Promise<CcrLookup>;
  /**
   * Marks handles as still shown by a conversation, and says which are there, in the order asked. With `keep` it only looks: a simulation extends no life.
   */
  touch(handles: readonly Handle[], scope: Scope, lifetime?: 'extend' | 'keep'): Promise<readonly CcrTouch[]>;
  /** Forgets one original; true if it was there. */
  delete(handle: Handle, scope: Scope): Promise<boolean>;
  /** Forgets all originals of a scope; answers how many. */
  purge(scope: Scope): Promise<number>;
  /** Forgets what has expired; answers how many. */
  prune(): Promise<number>;
  stats(): Promise<StoreStats>;
  close(): Promise<void>;
}
