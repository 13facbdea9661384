import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The browser of this machine that can run the workbench without a window: the one that CHROME_PATH names, else a
 * Chrome, Chromium or Edge in its usual place.
 */
export function findInstalledBrowser(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named === undefined || named === '') {
    return candidates().find(existsSync);
  }
  if (!existsSync(named)) {
    throw new Error(`CHROME_PATH is ${named}, and there is no such file. Correct it, or unset it to have one found.`);
  }
  return named;
}

function candidates(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(process.env['HOME'] ?? '', 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  if (process.platform === 'win32') {
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) =>
      [
        ['Google', 'Chrome', 'Application', 'chrome.exe'],
        ['Chromium', 'Application', 'chrome.exe'],
        ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ].map((path) => join(process.env[variable] ?? '', ...path)),
    );
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}
