// Bundles the extension into dist/ and, with --test, everything that starts and tests it into out/.
const { readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');

const withTests = process.argv.includes('--test');

/** @type {import('esbuild').BuildOptions} */
const shared = { bundle: true, target: 'es2022', logLevel: 'warning' };

/** @type {import('esbuild').BuildOptions} */
const nodeExtension = {
  ...shared,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  platform: 'node',
  format: 'cjs',
  // node-fetch's streams fall back to the polyfill (60 kB) in a Node.js older than any that VS Code has.
  external: ['vscode', 'web-streams-polyfill/*'],
  minify: true,
};

/** What runs in plain Node.js: unit and UI tests, and the scripts that start VS Code. */
const nodeTests = () => ({
  ...shared,
  entryPoints: typescriptFilesOf('test').filter((file) => !file.startsWith(join('test', 'integration'))),
  outbase: 'test',
  outdir: 'out',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  format: 'esm',
  packages: 'external',
  sourcemap: 'linked',
});

/** What runs inside VS Code's extension host. */
const integrationTests = () => ({
  ...shared,
  entryPoints: ['test/integration/index.ts'],
  outfile: 'out/integration/index.js',
  platform: 'node',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  sourcemap: 'inline',
});

function typescriptFilesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join('test', 'workspace')));
}

async function main() {
  const builds = [nodeExtension, ...(withTests ? [nodeTests(), integrationTests()] : [])];
  rmSync('dist', { recursive: true, force: true });
  if (withTests) {
    rmSync('out', { recursive: true, force: true });
  }
  await Promise.all(builds.map((options) => esbuild.build(options)));
}

main().catch(() => process.exit(1));
