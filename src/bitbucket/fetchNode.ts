import type { FetchLike } from './fetchLike';

/**
 * node-fetch, for the extension host in Node.js. It goes through `http` and `https`, which VS Code patches for proxies
 * and for the system's certificates; so: no agent of ours.
 */
export const platformFetch: FetchLike = async (url, signal) => {
  // Loaded with the first request: it takes longer to load than all that is needed before.
  const { default: fetch } = await import('node-fetch');
  const response = await fetch(url, { signal, redirect: 'manual' });
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    body: (response.body ?? []) as AsyncIterable<Uint8Array>,
  };
};
