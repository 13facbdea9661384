import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

type Manifest = Readonly<Record<string, unknown>>;

/** What the extension doesn't need at run time, and would take long to copy. */
const leftOut = new Set(['node_modules', '.git', '.vscode-test', 'src', 'test', 'out']);

/** Copies what the extension needs at run time, with the package.json that `change` makes of its own. */
export function copyExtension(
  extension: string,
  target: string,
  change = (manifest: Manifest): Manifest => manifest,
): void {
  const manifest = change(readManifest(extension));
  cpSync(extension, target, {
    recursive: true,
    filter: (source) => !leftOut.has(relative(extension, source).split(sep)[0] ?? ''),
  });
  writeFileSync(join(target, 'package.json'), JSON.stringify(manifest, undefined, 2));
}

/** The folder name under which VS Code expects an installed extension. */
export function installedName(extension: string): string {
  const { publisher, name, version } = readManifest(extension);
  return `${String(publisher)}.${String(name)}-${String(version)}`;
}

function readManifest(extension: string): Manifest {
  return JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as Manifest;
}
