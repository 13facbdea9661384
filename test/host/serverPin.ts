import { pins } from './pins';

type ServerPin = (typeof pins.servers)[number];

/**
 * The VS Code server to use: the newest, unless VSCODE_TEST_HOST says `server` and VSCODE_TEST_VERSION another of those
 * that are pinned. (Without the former, the version is that of the desktop VS Code.)
 */
export function findServerPin(): ServerPin {
  const [newest] = pins.servers;
  const version = process.env['VSCODE_TEST_HOST'] === 'server' ? (process.env['VSCODE_TEST_VERSION'] ?? '') : '';
  if (version === '' || version === 'stable') {
    return newest;
  }
  const pin = pins.servers.find(({ vsCode }) => vsCode === version);
  if (!pin) {
    const known = pins.servers.map(({ vsCode }) => vsCode).join(' and ');
    throw new Error(`VSCODE_TEST_VERSION is ${version}, and as a server there are ${known}. Choose one, or unset it.`);
  }
  return pin;
}
