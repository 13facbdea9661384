/**
 * Stands in for the desktop VS Code where @vscode/test-electron runs tests and no VS Code can be had: takes the same
 * arguments, runs the tests in the extension host of a VS Code server, and exits with their exit code.
 */
import { launchBrowser } from './browser';
import { cleanUpAll, isCleaningUp } from './cleanup';
import { startServer } from './serverHost';
import { readUserSettings } from './settings';
import { readArguments } from './standInArguments';
import { writeTestModule } from './testConsole';
import { temporaryFolder } from './temporaryFolder';
import { runTestsInPage } from './testPage';
import { webCopy } from './webCopy';

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  const server = await startServer({
    settings: args.userDataFolder === undefined ? {} : readUserSettings(args.userDataFolder),
    workspaceTrust: args.workspaceTrust,
    driven: true,
  });
  const browser = await launchBrowser();
  const extension = args.web ? webCopy(args.extension) : args.extension;
  return runTestsInPage(browser, server, {
    extension,
    tests: writeTestModule(args.web ? extension : temporaryFolder().path, args.tests, args.web),
    ...(args.workspace === undefined ? {} : { folder: args.workspace }),
  });
}

// The process that started this one holds the other end, and may be killed without a word.
process.stdin.resume().on('end', () => void cleanUpAll().finally(() => process.exit(1)));

let code = 1;
try {
  code = await main();
} catch (error) {
  if (!isCleaningUp()) {
    console.error(error instanceof Error ? error.message : error);
  }
}
// @vscode/test-electron stops to read when we exit; while this cleans up it gets to read the last lines too.
await cleanUpAll();
process.exit(code);
