import { spawn } from 'node:child_process';
import { findDisplay, findInPath } from './display';

/** Opens an address in the user's browser, if there is one; that there is none is no error. */
export function openInBrowser(address: string): void {
  const command = opener();
  if (command === undefined) {
    return;
  }
  const [program, ...args] = command;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {
    console.log('(No browser could be opened. Open the address by hand.)');
  });
  child.unref();
}

function opener(): [string, ...string[]] | undefined {
  if (process.platform === 'darwin') {
    return ['open'];
  }
  if (process.platform === 'win32') {
    // Takes the address as it is, where `start` would need its ampersands escaped.
    return ['rundll32', 'url.dll,FileProtocolHandler'];
  }
  const program = findDisplay().kind === 'present' ? findInPath('xdg-open') : undefined;
  return program === undefined ? undefined : [program];
}
