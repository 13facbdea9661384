import { spawnSync } from 'node:child_process';
import { downloadAndUnzipVSCode, ProgressReportStage, type ProgressReport } from '@vscode/test-electron';
import { cacheFolder } from './paths';

/** Thrown where the desktop VS Code can't be had; the message says why, to be put after a colon. */
export class NoDesktopError extends Error {}

/**
 * The executable of the desktop VS Code that tests use, downloaded to `.vscode-test` unless it is there: a version
 * number, `stable` or `insiders`.
 */
export async function downloadDesktop(version: string): Promise<string> {
  const executable = await download(version);
  // Run as plain Node.js, so that all it does is to load its shared libraries, which a server may not have.
  const { status, stderr } = spawnSync(executable, ['--version'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new NoDesktopError(`the downloaded one does not start on this machine (${firstLine(stderr)})`);
  }
  return executable;
}

async function download(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({
      version,
      cachePath: cacheFolder,
      reporter: { report, error: () => undefined },
    });
  } catch (cause) {
    throw new NoDesktopError(
      `its download failed (${firstLine(cause instanceof Error ? cause.message : String(cause))})`,
      {
        cause,
      },
    );
  }
}

/** One line when a download begins, rather than a progress bar. */
function report(progress: ProgressReport): void {
  if (progress.stage === ProgressReportStage.ResolvingCDNLocation) {
    console.log('Downloading VS Code into .vscode-test (once) …');
  }
}

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? '';
