import { downloadDesktop, NoDesktopError } from './desktop';
import { findDisplay } from './display';
import { writeLauncher } from './launcher';

/** An executable in `folder` that starts the desktop VS Code, on a display that nobody sees where there is no other. */
export async function desktopExecutable(folder: string, version: string): Promise<string> {
  const display = findDisplay();
  if (display.kind === 'none') {
    throw new NoDesktopError(display.reason);
  }
  const executable = await downloadDesktop(version);
  return display.kind === 'virtual' ? writeLauncher(folder, ['xvfb-run', '-a', executable]) : executable;
}
