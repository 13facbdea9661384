import type { Browser } from 'playwright-core';
import { printIfFromTests } from './testConsole';
import { pageAddress, type PageOptions } from './pageAddress';
import type { ServerHost } from './serverHost';

/** Against hanging only: the busiest machine needs a fraction of it. */
const minutesAtMost = 20;

/**
 * Opens a page that runs tests in the extension host, prints what they print and returns their exit code: 0 or 1, as
 * VS Code gives it when `run` of the tests' module settles, or when the module doesn't load.
 */
export async function runTestsInPage(browser: Browser, server: ServerHost, options: PageOptions): Promise<number> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const exitCode = new Promise<number>((resolve, reject) => {
    setTimeout(() => {
      reject(
        new Error(`The tests did not end within ${minutesAtMost} minutes. What they printed last was in progress.`),
      );
    }, minutesAtMost * 60_000).unref();
    page.on('crash', () => {
      reject(new Error('The page with VS Code crashed. Is the machine out of memory?'));
    });
    page.on('close', () => {
      reject(new Error('The browser closed the page with VS Code before the tests ended.'));
    });
    void server.ended.then(() => {
      reject(new Error('The VS Code server ended before the tests did.'));
    });
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', (_level: string, args: readonly unknown[]) => {
    printIfFromTests(args);
  });
  await page.goto(pageAddress(server, options));
  return exitCode;
}
