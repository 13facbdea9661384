import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How a program with a window gets a place for it, or why it can't have one. */
export type Display = { readonly kind: 'present' | 'virtual' } | { readonly kind: 'none'; readonly reason: string };

/** Whether a window can be opened: on the machine's display, or with Xvfb on one that nobody sees. */
export function findDisplay(): Display {
  if (process.platform !== 'linux' || isSet('DISPLAY') || isSet('WAYLAND_DISPLAY')) {
    return { kind: 'present' };
  }
  if (findInPath('xvfb-run') !== undefined) {
    return { kind: 'virtual' };
  }
  return { kind: 'none', reason: 'there is no display, and no xvfb-run' };
}

/** The first executable file of that name in the PATH. Not for Windows, where names have endings. */
export function findInPath(name: string): string | undefined {
  const files = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const isSet = (name: string): boolean => (process.env[name] ?? '') !== '';
