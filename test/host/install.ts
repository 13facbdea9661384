// Installs what VS Code's server and a browser need, all at once, before anybody waits for it: `install.mjs`.
import { findBrowser } from './browser';
import { installServer } from './serverInstall';

const outcomes = await Promise.allSettled([installServer(), findBrowser()]);
for (const outcome of outcomes) {
  if (outcome.status === 'rejected') {
    console.error(outcome.reason);
    process.exitCode = 1;
  }
}
