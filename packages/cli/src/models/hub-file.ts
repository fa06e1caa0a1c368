import { HeadroomError } from '@headroom/core';

/** A file of a repository of the Hugging Face hub, as the hub describes it. */
export interface HubFile {
  /** Where its bytes come from, behind redirects. */
  readonly url: string;
  /** The commit that the revision points to. */
  readonly commit: string | undefined;
  readonly size: number | undefined;
  /** What its bytes must hash to; undefined where the hub does not say. */
  readonly hash: { readonly kind: 'sha256' | 'git-blob'; readonly hex: string } | undefined;
}

/**
 * The hub's address: `HF_ENDPOINT`, as its own tools read it.
 *
 * @throws HeadroomError `invalid-option` where it is no address.
 */
export function hubEndpoint(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { HF_ENDPOINT } = environment;
  const endpoint = (HF_ENDPOINT === undefined || HF_ENDPOINT === '' ? 'https://huggingface.co' : HF_ENDPOINT).replace(/\/+$/, '');
  if (URL.canParse(endpoint) && /^https?:/i.test(endpoint)) return endpoint;
  throw new HeadroomError({
    code: 'invalid-option',
    message: `HF_ENDPOINT must be an address such as https://mirror.example, not "${endpoint}".`,
  });
}

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Asks the hub about a file. Facts stand in the headers of its first answer, which redirects to where large files lie.
 *
 * @throws HeadroomError `download-failed`.
 */
export async function describeHubFile(
  endpoint: string,
  { id, revision }: { readonly id: string; readonly revision: string },
  path: string,
): Promise<HubFile> {
  const address = `${endpoint}/${id}/resolve/${revision}/${path}`;
  const response = await ask(address);
  const moved = redirects.has(response.status) ? response.headers.get('location') : null;
  if (moved === null && !response.ok) throw refused(address, response.status);
  const { headers } = response;
  // A relative redirect goes to the same facts at another address of the hub.
  const size = headers.get('x-linked-size') ?? (moved === null ? headers.get('content-length') : null);
  return {
    url: moved === null ? address : new URL(moved, address).href,
    commit: headers.get('x-repo-commit') ?? undefined,
    size: size === null ? undefined : Number(size),
    hash: readHash(headers.get('x-linked-etag') ?? headers.get('etag')),
  };
}

async function ask(address: string): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'HEAD',
      redirect: 'manual',
      headers: { 'accept-encoding': 'identity' },
      signal: AbortSignal.timeout(30_000),
    });
  } catch (error) {
    throw new HeadroomError({
      code: 'download-failed',
      message: `${new URL(address).origin} cannot be reached: check the network, or name a mirror in HF_ENDPOINT.`,
      cause: error,
    });
  }
}

function refused(address: string, status: number): HeadroomError {
  const why = status === 401 || status === 403 ? 'it is not public' : status === 404 ? 'it is not there' : 'try again later';
  return new HeadroomError({ code: 'download-failed', message: `The hub answered ${status} for ${address}: ${why}.` });
}

function readHash(tag: string | null): HubFile['hash'] {
  const hex = /^(?:W\/)?"?([0-9a-f]{64}|[0-9a-f]{40})"?$/.exec(tag ?? '')?.[1];
  return hex === undefined ? undefined : { kind: hex.length === 64 ? 'sha256' : 'git-blob', hex };
}
