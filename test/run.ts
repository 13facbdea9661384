import { exec, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { promisify } from 'node:util';
import Mocha from 'mocha';
import { cleanUpAtExit } from './host/cleanup';
import { builtScript, repositoryRoot } from './host/paths';
import { runIntegration } from './host/runIntegration';
import { HookEventsServer, type Results } from './server/hookEventsServer';
import { bitbucketScenario } from './server/scenario';

/** Long, since a slow machine is no fault: what waits in a test, waits for a state. Milliseconds. */
const testTimeout = 120_000;
const built = join(repositoryRoot, 'out');

const suites: Readonly<Record<string, () => Promise<Results>>> = {
  check: () => runCheck(),
  unit: () => runMocha('unit'),
  faults: () => runMocha('faults'),
  integration: () => runInVsCode(),
  web: () => runInVsCode({ web: true }),
  package: () => runMocha('package'),
  'ui/1': () => runMocha('ui', 0),
  'ui/2': () => runMocha('ui', 1),
};

/**
 * The order of the suites. Those in one row go on at the same time, in processes of their own: they wait a lot. The
 * journeys come in halves, since each is one long wait for a page.
 */
const steps = [
  ['unit', 'check'],
  ['integration', 'web'],
  ['ui/1', 'ui/2', 'faults', 'package'],
];

const needVsCode = ['integration', 'web', 'ui/1', 'ui/2'];
const needPackage = ['package', 'ui/1', 'ui/2'];
/** The row after it need not wait for its end. */
const inItsOwnTime = 'check';

/** Runs the suites named on the command line, or all of them, and says at the end how many tests passed and failed. */
async function main(): Promise<boolean> {
  const names = argv.slice(2);
  const isMeant = (suite: string): boolean =>
    names.length === 0 || names.includes(suite) || names.includes(suite.split('/')[0] ?? '');
  const meant = steps.map((step) => step.filter(isMeant)).filter((step) => step.length > 0);
  if (meant.length === 0) {
    throw new Error(`There is no suite ${names.join(' or ')}. Suites: ${steps.flat().join(', ')}.`);
  }
  const results: Results[] = [];
  // Downloads go on while tests run that need nothing of them.
  let installing = meant.flat().some((suite) => needVsCode.includes(suite))
    ? beside(builtScript('install'))
    : undefined;
  let packaging =
    process.send === undefined && meant.flat().some((suite) => needPackage.includes(suite))
      ? packageExtension()
      : undefined;
  const late: ReturnType<typeof beside>[] = [];
  for (const step of meant) {
    const [first = '', ...others] = step;
    if (step.some((suite) => needVsCode.includes(suite) || needPackage.includes(suite))) {
      await Promise.all([installing?.(), packaging]);
      installing = packaging = undefined;
    }
    const running = others.map((suite) => ({ suite, end: beside(join(built, 'run.mjs'), suite) }));
    console.log(`\n${first} tests`);
    results.push(await run(first));
    for (const { suite, end } of running) {
      if (suite === inItsOwnTime) {
        late.push(end);
      } else {
        results.push((await end()) ?? { passed: 0, failed: 1 });
      }
    }
  }
  for (const end of late) {
    results.push((await end()) ?? { passed: 0, failed: 1 });
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  if (process.send) {
    // Whoever runs this beside other suites adds these.
    process.send({ passed, failed });
  } else {
    console.log(`\n${passed} passed, ${failed} failed`);
  }
  return failed === 0;
}

/** A suite without a test is one that could not fail. */
async function run(suite: string): Promise<Results> {
  const { passed, failed } = (await suites[suite]?.()) ?? { passed: 0, failed: 0 };
  return suite !== 'check' && passed + failed === 0 ? { passed, failed: 1 } : { passed, failed };
}

/**
 * Starts a script in a process of its own. The function that is returned waits for its end, shows what it said, and
 * resolves with what it sent.
 */
function beside(script: string, ...args: string[]): () => Promise<Results | undefined> {
  const child = fork(script, args, { silent: true });
  const stop = cleanUpAtExit(() => void child.kill());
  let [output, sent]: [string, Results | undefined] = ['', undefined];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  child.on('message', (message) => (sent = message as Results));
  const closed = once(child, 'close');
  return async () => {
    await closed;
    await stop();
    console.log(output.trimEnd());
    return sent;
  };
}

async function packageExtension(): Promise<void> {
  const command = `npm run package-built -- --out "${join(built, 'extension.vsix')}"`;
  await promisify(exec)(command, { cwd: repositoryRoot });
}

/** Checks types, style and format: no tests, but nothing passes without. */
async function runCheck(): Promise<Results> {
  const check = spawn('npm run --silent check', { cwd: repositoryRoot, stdio: 'inherit', shell: true });
  const [status] = (await once(check, 'exit')) as [number | null];
  return { passed: 0, failed: status === 0 ? 0 : 1 };
}

/**
 * Runs the built test files of a suite in this process.
 *
 * @param half Which half of them: 0 or 1, about as long as each other; or `undefined` for all.
 */
async function runMocha(suite: string, half?: number): Promise<Results> {
  const mocha = new Mocha({ timeout: testTimeout, forbidOnly: true });
  const folder = join(built, suite);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.mjs'))
    .map((file) => join(folder, file))
    .sort((one, other) => statSync(other).size - statSync(one).size);
  for (const [index, file] of files.entries()) {
    if (half === undefined || Math.floor(((index + 1) % 4) / 2) === half) {
      mocha.addFile(file);
    }
  }
  await mocha.loadFilesAsync();
  let passed = 0;
  const failed = await new Promise<number>((resolve) => {
    mocha.run(resolve).on('pass', () => passed++);
  });
  return { passed, failed };
}

/** Of the many documents that these tests open nobody sees tabs or outlines, which would take half of the page's time. */
const unseenSettings = {
  'workbench.editor.showTabs': 'none',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
};

/** Runs the integration tests in a real VS Code, which knows of our server through its settings. */
async function runInVsCode({ web = false } = {}): Promise<Results> {
  const server = new HookEventsServer();
  await server.start();
  try {
    const code = await runIntegration({
      tests: join(built, web ? 'web' : 'integration', 'index.js'),
      web,
      settings: {
        ...unseenSettings,
        'bitbucketWebhooks.apiBaseUrl': server.play('initial', { ...bitbucketScenario, cors: true }),
      },
    });
    if (!server.results) {
      throw new Error(`The integration tests ended with code ${code} before they could say how they went.`);
    }
    return server.results;
  } finally {
    await server.stop();
  }
}

main().then(
  (passed) => exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    exit(1);
  },
);
