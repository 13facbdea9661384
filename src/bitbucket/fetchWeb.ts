import type { FetchLike } from './fetchLike';

/** Nothing of the user goes along: no cookies, no referrer. The catalogue keeps its own copies, so the browser needn't. */
const plainGet: RequestInit & { readonly cache: 'no-store' } = {
  redirect: 'manual',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
};

/**
 * The platform's fetch, for the web worker extension host. A redirect is reported without its target: a browser that
 * may follow it does so to any server, before anybody can look where it leads.
 */
export const platformFetch: FetchLike = async (url, signal) => {
  const response = await fetch(url, { ...plainGet, signal });
  return {
    // Browsers hide which of the redirects it was.
    status: response.type === 'opaqueredirect' ? 302 : response.status,
    header: (name) => response.headers.get(name),
    body: chunksOf(response.body),
  };
};

/** What a stream holds. Read by hand, since not every browser can iterate over one; let go of where that ends early. */
export async function* chunksOf(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void> {
  const reader = stream?.getReader();
  try {
    for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
      yield chunk.value;
    }
  } finally {
    // One that has failed can't be cancelled, and says so with the error that is on its way already.
    await reader?.cancel().catch(() => undefined);
  }
}
