import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What VS Code brings along that has nothing to do with files that people edit, with webhooks or with the workbench's
 * looks. Each page reads and starts all there is, which takes a fifth of its time.
 */
const leftOut = new Set([
  ...['copilot', 'git', 'git-base', 'github', 'github-authentication', 'microsoft-authentication'],
  ...['debug-auto-launch', 'debug-server-ready', 'ms-vscode.js-debug', 'ms-vscode.js-debug-companion'],
  ...['ms-vscode.vscode-js-profile-table', 'grunt', 'gulp', 'jake', 'npm', 'ipynb', 'notebook-renderers'],
  ...['media-preview', 'mermaid-markdown-features', 'simple-browser', 'terminal-suggest', 'tunnel-forwarding'],
]);

/** Makes a folder with links to the built-in extensions of a server that tests need. */
export function linkBuiltInExtensions(serverRoot: string, folder: string): void {
  const all = join(serverRoot, 'extensions');
  mkdirSync(folder);
  for (const entry of readdirSync(all, { withFileTypes: true })) {
    if (entry.isDirectory() && !leftOut.has(entry.name)) {
      symlinkSync(join(all, entry.name), join(folder, entry.name), 'junction');
    }
  }
}
