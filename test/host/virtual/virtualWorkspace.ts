import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../paths';
import { virtualScheme } from './virtualScheme';

const manifest = {
  name: 'memory',
  publisher: 'bitbucket-webhook-events',
  version: '0.0.1',
  engines: { vscode: '^1.100.0' },
  main: './extension.js',
  activationEvents: [`onFileSystem:${virtualScheme}`],
  capabilities: { virtualWorkspaces: true },
  contributes: {
    // As extensions for these languages have them; VS Code brings none.
    languages: ['terraform.tf', 'vue.vue', 'elixir.ex'].map((name) => {
      const [id, ending] = name.split('.');
      return { id, extensions: [`.${ending}`] };
    }),
  },
};

/**
 * Lays out an extension whose file system has these files, by path below its root.
 *
 * @param folder Where it belongs; it need not exist.
 */
export function writeVirtualWorkspace(folder: string, files: Readonly<Record<string, string>>): void {
  const byPath = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/${path}`, text]));
  mkdirSync(folder, { recursive: true });
  cpSync(join(repositoryRoot, 'out', 'virtual', 'extension.js'), join(folder, 'extension.js'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'files.json'), JSON.stringify(byPath));
}
