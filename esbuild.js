// Bundles the extension into dist/ and, with --test, everything that starts and tests it into out/.
const { readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');

const withTests = process.argv.includes('--test');

/** @type {import('esbuild').BuildOptions} */
const shared = { bundle: true, target: 'es2022', charset: 'utf8', logLevel: 'warning' };

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

/** What runs in plain Node.js: unit and UI tests, and the scripts that run tests and start VS Code. */
const nodeTests = () => ({
  ...shared,
  entryPoints: [
    'test/run.ts',
    'test/host/standIn.ts',
    'test/host/start.ts',
    'test/evaluation/evaluate.ts',
    ...testFiles('unit'),
    'test/faults/cacheWriter.ts',
    ...testFiles('faults'),
    ...testFiles('ui'),
  ],
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
  // Mocha's build for browsers must take itself for a script, not for the bundle's main module.
  define: { exports: 'undefined', module: 'undefined' },
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  sourcemap: 'inline',
});

function testFiles(suite) {
  return readdirSync(join('test', suite), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('test', suite, file));
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
