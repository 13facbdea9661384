import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { ServerInstallation } from './serverInstall';

/** Installs a packaged extension into the server whose data are in the places that `places` name. */
export async function installVsix(installation: ServerInstallation, vsix: string, places: string[]): Promise<void> {
  if (!existsSync(vsix)) {
    throw new Error(`There is no ${vsix}. Package the extension first.`);
  }
  const args = ['out/server-main.js', ...places, '--accept-server-license-terms', `--install-extension=${vsix}`];
  const { stdout, stderr } = await promisify(execFile)(installation.node, args, { cwd: installation.root });
  if (!stdout.includes('was successfully installed')) {
    throw new Error(`VS Code did not install ${vsix}. It said:\n${stdout}\n${stderr}`);
  }
}
