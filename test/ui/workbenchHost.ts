import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../host/browser';
import { installedName } from '../host/extensionCopy';
import { pageAddress } from '../host/pageAddress';
import { repositoryRoot } from '../host/paths';
import { addPseudoLocale } from '../host/pseudoLocale';
import { startServer } from '../host/serverHost';
import type { Settings } from '../host/settings';
import { virtualScheme } from '../host/virtual/virtualScheme';
import { temporaryFolder } from '../host/temporaryFolder';
import { Workbench } from './workbench';
import { secondsAtMost } from './workbenchUntil';

export interface OpenOptions {
  /** The folder to open. */
  readonly workspace: string;
  /** The folder of an extension with a file system of its own, the root of which is opened in place of a folder. */
  readonly virtual?: string;
  readonly settings?: Settings;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The user's language, such as `de`; English by default. */
  readonly language?: string;
}

/** A server and a browser for many pages, one at a time. */
export interface WorkbenchHost {
  open(options: OpenOptions): Promise<Workbench>;
  stop(): Promise<void>;
}

/** @param vsix The packaged extension to try. */
export async function startWorkbenchHost(vsix: string): Promise<WorkbenchHost> {
  const folder = temporaryFolder();
  const extensionsFolder = join(folder.path, 'extensions');
  mkdirSync(extensionsFolder);
  const [server, browser] = await Promise.all([
    // A setting of each journey says whether folders have to be trusted.
    startServer({ vsix, extensionsFolder, workspaceTrust: true, driven: true }),
    launchBrowser(),
  ]);
  addPseudoLocale(join(extensionsFolder, installedName(repositoryRoot)));

  return {
    open: async ({ workspace, virtual, settings = {}, viewport = { width: 1280, height: 800 }, language }) => {
      server.writeSettings({ ...readableSettings, ...settings });
      const context = await browser.newContext({
        viewport,
        permissions: ['clipboard-read', 'clipboard-write'],
        reducedMotion: 'reduce',
        colorScheme: 'dark',
      });
      context.setDefaultTimeout(secondsAtMost * 1000);
      if (language !== undefined) {
        // As a language pack would set it; without one, the workbench's own texts stay English.
        const property = JSON.stringify({ value: language });
        await context.addInitScript(`Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', ${property})`);
      }
      const page = await context.newPage();
      const place =
        virtual === undefined ? { folder: workspace } : { extension: virtual, folderUri: `${virtualScheme}:/` };
      await page.goto(pageAddress(server, place));
      const workbench = new Workbench(page, workspace);
      await workbench.ready();
      await page.locator('.monaco-workbench.vs-dark').waitFor();
      return workbench;
    },
    stop: async () => {
      await browser.close();
      await server.stop();
      await folder.remove();
    },
  };
}

/** What keeps the picture still and free of what isn't ours. */
const readableSettings: Settings = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'files.autoSave': 'off',
  'remote.autoForwardPorts': false,
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'workbench.reduceMotion': 'on',
  // Else they are there only while the mouse or the focus is in the view.
  'workbench.view.alwaysShowHeaderActions': true,
};
