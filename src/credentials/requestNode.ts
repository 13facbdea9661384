import type { RequestWithHeaders } from './requestWithHeaders';

/** By node-fetch, as the list of events is asked for: through what VS Code patches for proxies and certificates. */
export const platformRequest: RequestWithHeaders = async ({ url, ...request }, signal) => {
  const { default: fetch } = await import('node-fetch');
  const response = await fetch(url, { ...request, signal, redirect: 'manual' });
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    body: (response.body ?? []) as AsyncIterable<Uint8Array>,
  };
};
