import type { RequestOptions } from 'node:https';
import { checkServerIdentity } from 'node:tls';

/**
 * Options that keep what is for this machine from a proxy: of 127.0.0.0/8 VS Code takes but one address for this machine
 * (`@vscode/proxy-agent`, 2026), so others are connected to by its name. The header `Host` has to be given then.
 */
export function withoutProxy({ hostname }: URL): RequestOptions {
  if (!/^127\.\d/.test(hostname) || hostname === '127.0.0.1') {
    return {};
  }
  return {
    hostname: 'localhost',
    lookup: (_, { all }, found) => {
      if (all) {
        found(null, [{ address: hostname, family: 4 }]);
      } else {
        found(null, hostname, 4);
      }
    },
    checkServerIdentity: (_, certificate) => checkServerIdentity(hostname, certificate),
  };
}
