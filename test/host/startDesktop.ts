import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { downloadDesktop, NoDesktopError } from './desktop';
import { findDisplay } from './display';
import { findInstalledVsCode, rootArguments } from './installedVsCode';
import { repositoryRoot } from './paths';
import { quietSettings, writeUserSettings } from './settings';
import { openerFolder, placeToType, startFolders } from './startFolders';

/** A desktop VS Code to start; throws `NoDesktopError` where there can be none. */
export async function findDesktop(): Promise<string> {
  if (findDisplay().kind !== 'present') {
    throw new NoDesktopError('there is no display');
  }
  return findInstalledVsCode() ?? (await downloadDesktop('stable'));
}

/**
 * Opens the folder in a desktop VS Code with the extension, and waits until its window is closed. Settings and other
 * extensions are its own, not those of the user's VS Code: what is seen is this extension's doing.
 */
export async function startDesktop(executable: string, folder: string): Promise<number> {
  if (!existsSync(join(startFolders.userData, 'User', 'settings.json'))) {
    writeUserSettings(startFolders.userData, quietSettings);
  }
  const shell = executable.endsWith('.cmd');
  const args = [
    folder,
    '--goto',
    placeToType(folder),
    `--extensionDevelopmentPath=${repositoryRoot}`,
    `--extensionDevelopmentPath=${openerFolder}`,
    `--user-data-dir=${startFolders.userData}`,
    `--extensions-dir=${startFolders.extensions}`,
    '--new-window',
    '--wait',
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
    ...rootArguments(),
  ];
  const quote = (text: string): string => (shell ? `"${text}"` : text);
  const child = spawn(quote(executable), args.map(quote), { shell, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      reject(new Error(`${executable} could not be started. Use --server for VS Code in a browser.`, { cause }));
    });
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
