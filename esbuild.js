// Bundles the extension into dist/ and, with --test, everything that starts and tests it into out/.
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const esbuild = require('esbuild');

const withTests = process.argv.includes('--test');

/** @type {import('esbuild').BuildOptions} */
const shared = { bundle: true, target: 'es2022', charset: 'utf8', logLevel: 'warning' };

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
 * Each platform has its own fetch and its own request with headers, and sends deliveries or doesn't; all else is the same code. tsconfig.json has the same
 * paths for the compiler.
 * @satisfies {import('esbuild').BuildOptions}
 */
const forNode = {
  platform: 'node',
  alias: {
    '#platformFetch': './src/bitbucket/fetchNode.ts',
    '#platformRequest': './src/credentials/requestNode.ts',
    '#platformSending': './src/deliveries/sendingNode.ts',
  },
  // What node-fetch asks for where Node.js has no streams of the web.
  external: ['vscode', 'web-streams-polyfill'],
};
/** @satisfies {import('esbuild').BuildOptions} */
const forWeb = {
  platform: 'browser',
  alias: {
    '#platformFetch': './src/bitbucket/fetchWeb.ts',
    '#platformRequest': './src/credentials/requestWeb.ts',
    '#platformSending': './src/deliveries/sendingWeb.ts',
  },
  external: ['vscode'],
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
  // What CodeMirror's view asks when it loads, which comes along with grammars: hosts complain when it is read.
  define: { navigator: 'undefined' },
  minify: true,
  metafile: true,
};

/** What runs in plain Node.js: unit and UI tests, and the scripts that run tests and start VS Code. */
const nodeTests = () => ({
  ...shared,
  ...forNode,
  entryPoints: [
    'test/run.ts',
    'test/runner/worker.ts',
    'test/host/install.ts',
    'test/host/standIn.ts',
    'test/host/start.ts',
    'test/evaluation/evaluate.ts',
    'test/mutation/mutate.ts',
    'test/evaluation/payloads.ts',
    'test/bench/bench.ts',
    'test/bench/startUpChild.ts',
    ...testFiles('unit'),
    ...testFiles('toolchains'),
    'test/faults/cacheWriter.ts',
    ...testFiles('faults'),
    ...testFiles('package'),
    ...testFiles('ui'),
    ...testFiles('readme'),
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
  alias: { ...forNode.alias, vscode: './test/support/vscodeStub.ts' },
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

/** What the licences of the packages inside the bundles want to be shipped with them. */
function writeNotices(results) {
  const inputs = results.flatMap(({ metafile }) => Object.values(metafile.outputs).map((output) => output.inputs));
  const files = inputs.flatMap((each) => Object.keys(each).filter((file) => each[file].bytesInOutput > 0));
  const names = new Set(files.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter(Boolean));
  const notices = [...names].sort().map((name) => {
    const folder = join('node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8') : licenceInReadme(folder);
    if (text === undefined) {
      throw new Error(
        `${name} is in a bundle and has no licence file in ${folder}. Look for its text, or leave it out.`,
      );
    }
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  const head = 'Parts of these packages are in the extension:\n\n';
  writeFileSync('dist/THIRD-PARTY-NOTICES.txt', head + notices.join(`\n${'-'.repeat(80)}\n\n`));
}

/** Some packages have the licence's text in their README only. */
function licenceInReadme(folder) {
  const file = readdirSync(folder).find((entry) => /^readme/i.test(entry));
  return file && /^#* *licen[cs]e\b[^\n]*\n([^]*)/im.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
}

function testFiles(suite) {
  return readdirSync(join('test', suite), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('test', suite, file));
}

/** Writes samples, schemas and types of the payloads to dist/payloads, by a script in TypeScript. */
async function makePayloads() {
  const outfile = resolve('out/build/writePayloads.js');
  const entryPoints = ['src/payloads/build/writePayloads.ts'];
  await esbuild.build({ ...shared, platform: 'node', packages: 'external', format: 'cjs', entryPoints, outfile });
  await require(outfile).writePayloads('dist/payloads');
}

async function main() {
  const shipped = [
    {
      ...extension,
      ...forNode,
      // The part with all grammars is a file of its own, loaded when it is needed; the web host can load one file only.
      alias: {
        ...forNode.alias,
        '#keyFinder': './keyFinder.js',
        // What its package.json names first can't be bundled: it looks for its parts when it runs.
        'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
      },
      external: [...forNode.external, './keyFinder.js'],
      supported: { 'dynamic-import': false },
      outfile: 'dist/extension.js',
    },
    {
      ...extension,
      ...forNode,
      entryPoints: ['src/language/find.ts'],
      outfile: 'dist/keyFinder.js',
    },
    { ...extension, ...forWeb, outfile: 'dist/web/extension.js' },
  ];
  const tests = () => [
    nodeTests(),
    {
      ...integrationTests,
      ...forNode,
      entryPoints: ['test/host/virtual/extension.ts'],
      outfile: 'out/virtual/extension.js',
    },
    {
      ...integrationTests,
      ...forNode,
      entryPoints: ['test/integration/node.ts'],
      plugins: [mochaAsScript],
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
  ];
  rmSync('dist', { recursive: true, force: true });
  if (withTests) {
    rmSync('out', { recursive: true, force: true });
  }
  const building = (withTests ? tests() : []).map((options) => esbuild.build(options));
  await makePayloads();
  writeNotices(await Promise.all(shipped.map((options) => esbuild.build(options))));
  await Promise.all(building);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
