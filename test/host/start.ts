/** `npm start`: opens VS Code with the extension on a copy of the example workspace. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cleanUpAll, isCleaningUp } from './cleanup';
import { NoDesktopError } from './desktop';
import { repositoryRoot } from './paths';
import { findDesktop, startDesktop } from './startDesktop';
import { copyExampleWorkspace } from './startFolders';
import { startInBrowser } from './startServer';

const help = `Opens VS Code with the extension on a copy of test/workspace: the VS Code that is installed,
else one that is downloaded, else the VS Code server in a browser tab.

npm start [-- options]
  --server     the VS Code server, even if there is a VS Code
  --port PORT  the port of the server; any free one by default
  --no-open    only print the address of the server
  --help       this text`;

const hints = `Try: type "declined" at the cursor, press Ctrl+. on the marked key, expand "repository" in the view.
VS Code stays in .vscode-test, with some 800 MB: delete that folder when you are done.`;

/** Returns the exit code, or `undefined` while a server runs. */
async function main(): Promise<number | undefined> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      server: { type: 'boolean' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  if (values.help === true) {
    console.log(help);
    return 0;
  }
  if (!existsSync(join(repositoryRoot, 'dist', 'extension.js'))) {
    throw new Error('The extension is not built. Run npm run build, then try again.');
  }
  const desktop = values.server === true ? undefined : await findDesktopOrSayWhyNot();
  const workspace = copyExampleWorkspace();
  if (desktop === undefined) {
    await startInBrowser(workspace, { port: Number(values.port), opensBrowser: !values['no-open'] });
    console.log(hints);
    return undefined;
  }
  console.log(`Opening ${desktop} with settings of its own. Close its window to end this.\n${hints}`);
  return startDesktop(desktop, workspace);
}

async function findDesktopOrSayWhyNot(): Promise<string | undefined> {
  try {
    return await findDesktop();
  } catch (error) {
    if (error instanceof NoDesktopError) {
      console.log(`Using the VS Code server, since a desktop VS Code can't be had: ${error.message}.`);
      return undefined;
    }
    throw error;
  }
}

try {
  const code = await main();
  if (code !== undefined) {
    process.exit(code);
  }
} catch (error) {
  if (!isCleaningUp()) {
    console.error(error instanceof Error ? error.message : error);
  }
  await cleanUpAll();
  process.exit(1);
}
