import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExtensionContext, workspace } from 'vscode';
import { MemoryFiles } from '../../support/memoryFiles';
import { virtualScheme } from './virtualScheme';

/** An extension beside ours, for tests: a file system that only exists in memory. */
export function activate({ extensionPath, subscriptions }: ExtensionContext): void {
  const files = JSON.parse(readFileSync(join(extensionPath, 'files.json'), 'utf8')) as Record<string, string>;
  subscriptions.push(workspace.registerFileSystemProvider(virtualScheme, new MemoryFiles(files)));
}
