import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findInPath } from './display';
import { repositoryRoot } from './paths';
import { startFolders } from './startFolders';

/** The command line program of an installed VS Code that the extension runs in, if there is one. */
export function findInstalledVsCode(): string | undefined {
  if ((process.env['VSCODE_IPC_HOOK_CLI'] ?? '') !== '') {
    // In the terminal of a remote VS Code, `code` only reaches that window, and can't open one for development.
    return undefined;
  }
  return candidates().find((cli) => existsSync(cli) && isNewEnough(cli));
}

function candidates(): string[] {
  if (process.platform === 'win32') {
    return ['LOCALAPPDATA', 'ProgramFiles'].flatMap((variable) => {
      const programs = join(process.env[variable] ?? '', variable === 'LOCALAPPDATA' ? 'Programs' : '');
      return [
        join(programs, 'Microsoft VS Code', 'bin', 'code.cmd'),
        join(programs, 'Microsoft VS Code Insiders', 'bin', 'code-insiders.cmd'),
        join(programs, 'VSCodium', 'bin', 'codium.cmd'),
      ];
    });
  }
  const inPath = ['code', 'code-insiders', 'codium'].flatMap((name) => findInPath(name) ?? []);
  const applications = [
    ['Visual Studio Code', 'code'],
    ['Visual Studio Code - Insiders', 'code'],
    ['VSCodium', 'codium'],
  ] as const;
  const inApplications = applications.map(([name, cli]) =>
    join('/Applications', `${name}.app`, 'Contents', 'Resources', 'app', 'bin', cli),
  );
  return process.platform === 'darwin' ? [...inPath, ...inApplications] : inPath;
}

/** Whether it says its version and that is at least the one that package.json asks for. */
function isNewEnough(cli: string): boolean {
  const shell = process.platform === 'win32';
  const args = ['--version', `--user-data-dir=${startFolders.userData}`, ...rootArguments()];
  const quote = (text: string): string => (shell ? `"${text}"` : text);
  const { status, stdout } = spawnSync(quote(cli), args.map(quote), { encoding: 'utf8', shell });
  const version = /^\d+\.\d+\.\d+/.exec(stdout)?.[0];
  return status === 0 && version !== undefined && version.localeCompare(floor(), 'en', { numeric: true }) >= 0;
}

function floor(): string {
  const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as {
    engines: { vscode: string };
  };
  return manifest.engines.vscode.replace('^', '');
}

/** What VS Code insists on, besides a user data folder, when the administrator of a Linux machine starts it. */
export function rootArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
