import { chunksOf } from '../bitbucket/fetchWeb';
import type { RequestWithHeaders } from './requestWithHeaders';

/** By the platform's fetch; the browser first asks the API whether pages may send such headers (CORS). */
export const platformRequest: RequestWithHeaders = async ({ url, ...request }, signal) => {
  const init: RequestInit & { readonly cache: 'no-store' } = {
    ...request,
    signal,
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  };
  const response = await fetch(url, init);
  return {
    // Browsers hide which of the redirects it was.
    status: response.type === 'opaqueredirect' ? 302 : response.status,
    header: (name) => response.headers.get(name),
    body: chunksOf(response.body),
  };
};
