import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUpAtExit } from './cleanup';

/** Package names with their exact versions. */
type Packages = readonly { readonly package: string; readonly version: string }[];

/** Installs packages into a folder that becomes a package of its own, so npm doesn't walk up into the repository. */
export async function npmInstallPackages(folder: string, packages: Packages): Promise<void> {
  const dependencies = Object.fromEntries(packages.map(({ package: name, version }) => [name, version]));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }, undefined, 2));
  await npmInstall(folder);
}

/**
 * Runs `npm install` for the package.json in `folder`, without development dependencies and without running anybody's
 * scripts: what is installed works unbuilt, and a machine with only Node.js has no compiler.
 */
export async function npmInstall(folder: string): Promise<void> {
  const { code, output } = await npm(folder, [
    'install',
    '--prefix',
    folder,
    '--omit=dev',
    '--ignore-scripts',
    '--engine-strict=false',
    // Tries twice more, but within seconds: the defaults keep a person without a network waiting for over a minute.
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) {
    throw new Error(
      `npm install failed in ${folder} (exit code ${code ?? 'none'}):\n${mainLines(output)}\n` +
        'It needs the npm registry: check the network, and the proxy and registry settings of npm. Then try again.',
    );
  }
}

function npm(folder: string, args: string[]): Promise<{ code: number | null; output: string }> {
  const [command, ...before] = npmCommand();
  return new Promise((resolve, reject) => {
    // A shell only where npm is a .cmd file, which Node.js starts no other way; no argument needs quoting but the folder.
    const shell = process.platform === 'win32' && command === 'npm';
    const all = [...before, ...args].map((arg) => (shell && arg.includes(' ') ? `"${arg}"` : arg));
    const child = spawn(command, all, { cwd: folder, env: environment(), shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = cleanUpAtExit(() => void child.kill());
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', (cause) => {
      reject(new Error('npm could not be started. Install Node.js together with npm, then try again.', { cause }));
    });
    child.on('close', (code) => {
      void stop();
      resolve({ code, output });
    });
  });
}

/** What npm says before it shows where in its own code it was. */
function mainLines(output: string): string {
  const lines = output.trim().split('\n');
  const stack = lines.findIndex((line) => /^npm error\s+at /.test(line));
  return lines.slice(0, stack === -1 ? 10 : stack).join('\n');
}

/** Inside an npm script, the npm that runs it; else the one in the PATH. */
function npmCommand(): [string, ...string[]] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('npm-cli.js') === true ? [process.execPath, script] : ['npm'];
}

/** An npm script tells its children about the package it belongs to; an npm for another folder must not hear of it. */
function environment(): NodeJS.ProcessEnv {
  const about = /^npm_(package|lifecycle|config_(local_)?prefix)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !about.test(name)));
}
