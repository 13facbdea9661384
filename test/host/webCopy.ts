import { copyExtension } from './extensionCopy';
import { temporaryFolder } from './temporaryFolder';

/**
 * A copy of the extension that has a web build only, so that a server, which prefers the Node.js host when there are
 * both, has to use the web worker host. It goes at the end of the process.
 */
export function webCopy(extension: string): string {
  const copy = temporaryFolder().path;
  copyExtension(extension, copy, (manifest) => {
    if (typeof manifest['browser'] !== 'string') {
      throw new Error(`The extension in ${extension} has no "browser" entry in its package.json: it has no web build.`);
    }
    return { ...manifest, main: undefined };
  });
  return copy;
}
