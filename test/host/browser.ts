import { chromium, type Browser } from 'playwright-core';
import { cleanUpAtExit } from './cleanup';
import { findInstalledBrowser } from './installedBrowser';
import { installNpmBrowser, type BrowserProgram } from './npmBrowser';

/** Starts a browser without a window, the machine's own or one that is installed for the purpose. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, environment } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    // Keeps browsers of distributions from asking questions and calling home.
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    // Signals are for cleanUpAtExit to see to, in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const close = cleanUpAtExit(() => browser.close());
  browser.on('disconnected', () => void close());
  return browser;
}

/** The machine's own browser, or one that is installed for the purpose. */
export async function findBrowser(): Promise<BrowserProgram> {
  const installed = findInstalledBrowser();
  return installed === undefined ? installNpmBrowser() : { executable: installed, environment: {} };
}
