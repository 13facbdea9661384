import { platformRequest } from '#platformRequest';
import { Authorizer } from '../../src/credentials/authorizedFetch';
import { Tokens } from '../../src/credentials/tokens';
import { HooksClient } from '../../src/hooks/rest/hooksClient';
import type { HooksTransportOptions } from '../../src/hooks/rest/hooksTransport';
import { MemoryMemento, MemorySecrets } from './memento';

/** The real client with real tokens, which are kept in memory. */
export function openHooks(baseUrl: string, options: Partial<HooksTransportOptions> = {}) {
  const [memory, storage] = [new MemoryMemento(), new MemorySecrets()];
  const surroundings = { isTrusted: true, apiOrigin: new URL(baseUrl).origin };
  const tokens = new Tokens(storage, memory);
  const authorizer = new Authorizer(tokens, {
    request: platformRequest,
    isTrusted: () => surroundings.isTrusted,
    apiOrigin: () => surroundings.apiOrigin,
  });
  const logged: string[] = [];
  const note = (message: string) => void logged.push(message);
  const log = { debug: note, info: note, warn: note };
  const client = new HooksClient({ baseUrl, retryDelay: 1, ...options }, authorizer.fetch, log);
  return { memory, storage, surroundings, tokens, authorizer, client, logged };
}
