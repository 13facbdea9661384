import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes an executable file that runs `command` with its own arguments after the given ones, and returns its path:
 * @vscode/test-electron starts one executable, and takes no arguments that come before its own.
 */
export function writeLauncher(folder: string, command: readonly string[]): string {
  if (process.platform === 'win32') {
    const file = join(folder, 'launch.cmd');
    writeFileSync(file, `@${command.map((part) => `"${part}"`).join(' ')} %*\r\n@exit /b %errorlevel%\r\n`);
    return file;
  }
  const file = join(folder, 'launch.sh');
  const quoted = command.map((part) => `'${part.replaceAll("'", `'\\''`)}'`);
  // `exec`, so that a signal to the launcher reaches the command.
  writeFileSync(file, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}
