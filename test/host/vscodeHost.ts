import { desktopExecutable } from './desktopLauncher';
import { NoDesktopError } from './desktop';
import { writeLauncher } from './launcher';
import { builtScript } from './paths';
import { findServerPin } from './serverPin';

/** A VS Code that @vscode/test-electron can run tests in. */
export interface VsCodeHost {
  /** What it is, for people. */
  readonly name: string;
  /** What to give to `runTests`. */
  readonly executable: string;
}

/**
 * The VS Code for tests: the desktop one where it can be had, else the VS Code server. VSCODE_TEST_HOST forces one
 * (`desktop` or `server`), and VSCODE_TEST_VERSION chooses its version: of the desktop one any, of the server a pinned one.
 *
 * @param folder a temporary folder, for the small executables that this writes
 */
export async function findVsCodeHost(folder: string): Promise<VsCodeHost> {
  const version = process.env['VSCODE_TEST_VERSION'] ?? 'stable';
  const server = (why: string): VsCodeHost => ({
    name: `VS Code server ${findServerPin().vsCode} (${why})`,
    executable: writeLauncher(folder, [process.execPath, builtScript('standIn')]),
  });
  const forced = readForcedHost();
  if (forced === 'server') {
    return server('as VSCODE_TEST_HOST says');
  }
  try {
    return { name: `desktop VS Code ${version}`, executable: await desktopExecutable(folder, version) };
  } catch (error) {
    if (!(error instanceof NoDesktopError)) {
      throw error;
    }
    if (forced === 'desktop' || process.env['VSCODE_TEST_VERSION'] !== undefined) {
      throw new Error(
        `Can't run tests in the desktop VS Code ${version}: ${error.message}. Correct that, or unset ` +
          'VSCODE_TEST_HOST and VSCODE_TEST_VERSION to have them run in the VS Code server.',
        { cause: error },
      );
    }
    return server(`no desktop VS Code: ${error.message}`);
  }
}

function readForcedHost(): 'desktop' | 'server' | undefined {
  const value = process.env['VSCODE_TEST_HOST'];
  if (value === undefined || value === '' || value === 'desktop' || value === 'server') {
    return value === '' ? undefined : value;
  }
  throw new Error(`VSCODE_TEST_HOST is ${value}. Set it to desktop or server, or unset it.`);
}
