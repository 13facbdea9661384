import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { copyExtension, installedName } from './extensionCopy';
import { openInBrowser } from './openInBrowser';
import { pageAddress } from './pageAddress';
import { repositoryRoot } from './paths';
import { startServer } from './serverHost';
import { openerFolder, placeToType } from './startFolders';
import { temporaryFolder } from './temporaryFolder';

/**
 * Opens the folder in a VS Code server with the extension and prints the address. The extension is installed rather
 * than loaded for development, which a server allows in its mode for tests only: with that, notifications are hidden.
 */
export async function startInBrowser(
  folder: string,
  { port, opensBrowser }: { readonly port: number; readonly opensBrowser: boolean },
): Promise<void> {
  const extensions = temporaryFolder().path;
  copyExtension(repositoryRoot, join(extensions, installedName(repositoryRoot)));
  cpSync(openerFolder, join(extensions, installedName(openerFolder)), { recursive: true });
  const server = await startServer({ extensionsFolder: extensions, port });
  const address = pageAddress(server, { folder, file: placeToType(folder) });
  console.log(`\nVS Code with the extension runs at\n\n  ${address}\n\nCtrl+C ends it.`);
  if (opensBrowser) {
    openInBrowser(address);
  }
}
