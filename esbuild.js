// Bundles the extension into dist/ and, with --test, everything that starts and tests it into out/.
const { readdirSync, readFileSync, rmSync } = require('node:fs');
const { join, resolve } = require('node:path');
const esbuild = require('esbuild');

const withTests = process.argv.includes('--test');

/** @type {import('esbuild').BuildOptions} */
const shared = { bundle: true, target: 'es2022', charset: 'utf8', logLevel: 'warning' };

/**
 * node-fetch without the tenth of the bundle, polyfills and parsers for the most part, that the client never uses.
 * @type {import('esbuild').Plugin}
 */
const slimNodeFetch = {
  name: 'slim-node-fetch',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^fetch-blob|^formdata-polyfill|^\.\/utils\/(multipart-parser|referrer)\.js$/ }, (imported) =>
      /[\\/]node-fetch[\\/]/.test(imported.importer)
        ? { path: resolve('src/bitbucket/nodeFetchUnused.ts') }
        : undefined,
    );
  },
};

/**
 * Mocha's build for browsers, which must take itself for a script: it finds neither `exports` nor `module`.
 * @type {import('esbuild').Plugin}
 */
const mochaAsScript = {
  name: 'mocha-as-script',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `(function (exports, module) {${readFileSync(path, 'utf8')}\n})();`,
    }));
  },
};

/**
 * Each platform has its own fetch; all else is the same code. tsconfig.json has the same path for the compiler.
 * @satisfies {import('esbuild').BuildOptions}
 */
const forNode = {
  platform: 'node',
  alias: { '#platformFetch': './src/bitbucket/fetchNode.ts' },
  plugins: [slimNodeFetch],
};
/** @satisfies {import('esbuild').BuildOptions} */
const forWeb = {
  platform: 'browser',
  alias: { '#platformFetch': './src/bitbucket/fetchWeb.ts' },
};

/** Node's assertions, as an npm package that needs a little of Node's `process`. */
const assertForWeb = {
  alias: { ...forWeb.alias, 'node:assert/strict': './test/support/assertForWeb.ts' },
  define: { process: '{"env":{}}', global: 'globalThis' },
};

/** @type {import('esbuild').BuildOptions} */
const extension = {
  ...shared,
  entryPoints: ['src/extension.ts'],
  format: 'cjs',
  external: ['vscode'],
  minify: true,
};

/** What runs in plain Node.js: unit and UI tests, and the scripts that run tests and start VS Code. */
const nodeTests = () => ({
  ...shared,
  ...forNode,
  entryPoints: [
    'test/run.ts',
    'test/host/install.ts',
    'test/host/standIn.ts',
    'test/host/start.ts',
    'test/evaluation/evaluate.ts',
    'test/bench/bench.ts',
    'test/bench/startUpChild.ts',
    ...testFiles('unit'),
    'test/faults/cacheWriter.ts',
    ...testFiles('faults'),
    ...testFiles('package'),
    ...testFiles('ui'),
  ],
  outbase: 'test',
  outdir: 'out',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  packages: 'external',
  // One copy of each module in a process, so that all test files share what has state: hosts, and what is undone at exit.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // The benchmarks run providers outside of VS Code.
  alias: { ...forNode.alias, vscode: './test/bench/vscodeStub.ts' },
  sourcemap: 'linked',
});

/**
 * What runs inside VS Code's extension host.
 * @type {import('esbuild').BuildOptions}
 */
const integrationTests = {
  ...shared,
  format: 'cjs',
  external: ['vscode'],
  sourcemap: 'inline',
};

function testFiles(suite) {
  return readdirSync(join('test', suite), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('test', suite, file));
}

async function main() {
  const builds = [
    { ...extension, ...forNode, outfile: 'dist/extension.js' },
    { ...extension, ...forWeb, outfile: 'dist/web/extension.js' },
    ...(withTests
      ? [
          nodeTests(),
          {
            ...integrationTests,
            ...forNode,
            entryPoints: ['test/integration/node.ts'],
            plugins: [slimNodeFetch, mochaAsScript],
            outfile: 'out/integration/index.js',
          },
          {
            ...integrationTests,
            ...forWeb,
            entryPoints: ['test/integration/index.ts'],
            ...assertForWeb,
            plugins: [mochaAsScript],
            outfile: 'out/web/index.js',
          },
        ]
      : []),
  ];
  rmSync('dist', { recursive: true, force: true });
  if (withTests) {
    rmSync('out', { recursive: true, force: true });
  }
  await Promise.all(builds.map((options) => esbuild.build(options)));
}

main().catch(() => process.exit(1));
