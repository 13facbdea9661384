import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { repositoryRoot } from './paths';
import { quietSettings, writeUserSettings, type Settings } from './settings';
import { temporaryFolder } from './temporaryFolder';
import { findVsCodeHost } from './vscodeHost';

export interface IntegrationRun {
  /** The bundle whose `run(): Promise<void>` is called in the extension host. */
  readonly tests: string;
  /** The folder with the extension; the repository by default. */
  readonly extension?: string;
  readonly settings?: Settings;
  /** The folder to open, of which the tests get a copy; an empty one by default. */
  readonly workspace?: string;
  /** Whether to run in the web worker host, in which VS Code for the Web runs extensions. */
  readonly web?: boolean;
}

/** Runs tests inside a real VS Code, whose output goes to ours. Returns the exit code: 0 when all passed. */
export async function runIntegration(run: IntegrationRun): Promise<number> {
  const folder = temporaryFolder();
  const userDataFolder = join(folder.path, 'user');
  const workspace = join(folder.path, 'workspace');
  writeUserSettings(userDataFolder, { ...quietSettings, ...run.settings });
  mkdirSync(workspace);
  if (run.workspace !== undefined) {
    cpSync(run.workspace, workspace, { recursive: true });
  }
  try {
    const host = await findVsCodeHost(folder.path);
    console.log(`Integration tests in the ${run.web === true ? 'web worker' : 'Node.js'} host of: ${host.name}`);
    return await exitCode(
      runTests({
        vscodeExecutablePath: host.executable,
        extensionDevelopmentPath: run.extension ?? repositoryRoot,
        extensionTestsPath: run.tests,
        launchArgs: [
          workspace,
          `--user-data-dir=${userDataFolder}`,
          `--extensions-dir=${join(folder.path, 'extensions')}`,
          '--disable-extensions',
          '--disable-user-env-probe',
          ...(run.web === true ? ['--extensionDevelopmentKind=web'] : []),
        ],
      }),
    );
  } finally {
    await folder.remove();
  }
}

/** `runTests` throws for failed tests as for all else that ends VS Code with another code than 0. */
async function exitCode(running: Promise<number>): Promise<number> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof TestRunFailedError) {
      return error.code ?? 1;
    }
    throw error;
  }
}
