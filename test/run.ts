import { execSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import Mocha from 'mocha';
import { cleanUpAtExit } from './host/cleanup';
import { builtScript, repositoryRoot } from './host/paths';
import { runIntegration } from './host/runIntegration';
import { HookEventsServer, type Results } from './server/hookEventsServer';
import { bitbucketScenario } from './server/scenario';

/** Long, since a slow machine is no fault: what waits in a test, waits for a state. Milliseconds. */
const testTimeout = 120_000;
const built = join(repositoryRoot, 'out');

/** The suites that need a VS Code. */
const inVsCode = ['integration', 'web', 'ui'];

/** In the order in which they are run. */
const suites: Readonly<Record<string, () => Promise<Results>>> = {
  unit: () => runMocha(join(built, 'unit')),
  faults: () => runMocha(join(built, 'faults')),
  integration: () => runInVsCode(),
  web: () => runInVsCode({ web: true }),
  package: () => {
    packageOnce();
    return runMocha(join(built, 'package'));
  },
  ui: () => {
    packageOnce();
    return runMocha(join(built, 'ui'));
  },
};

let isPackaged = false;

/** Makes what users install, for the suites that look at it or try it. */
function packageOnce(): void {
  if (!isPackaged) {
    execSync(`npm run package -- --out "${join(built, 'extension.vsix')}"`, { cwd: repositoryRoot, stdio: 'pipe' });
    isPackaged = true;
  }
}

/** Runs the suites named on the command line, or all of them, and says at the end how many tests passed and failed. */
async function main(): Promise<boolean> {
  const named = argv.length > 2 ? argv.slice(2) : Object.keys(suites);
  const unknown = named.filter((name) => !(name in suites));
  if (unknown.length > 0) {
    throw new Error(`There is no suite ${unknown.join(', ')}. Suites: ${Object.keys(suites).join(', ')}.`);
  }
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }: Results): void => {
    total.passed += passed;
    total.failed += failed;
  };
  // Downloads while tests run that need nothing of it; and the two hosts beside each other, since both wait a lot.
  let installing = inVsCode.some((name) => named.includes(name)) ? beside(builtScript('install')) : undefined;
  let web: ReturnType<typeof beside> | undefined;
  for (const [name, run] of Object.entries(suites).filter(([suite]) => named.includes(suite))) {
    if (inVsCode.includes(name)) {
      await installing?.();
      installing = undefined;
    }
    if (name === 'integration' && named.includes('web')) {
      web = beside(join(built, 'run.mjs'), 'web');
    }
    if (name === 'web' && web !== undefined) {
      add((await web()) ?? { passed: 0, failed: 1 });
    } else {
      console.log(`\n${name} tests`);
      add(await run());
    }
  }
  // Whoever runs this beside other suites adds these.
  process.send?.(total);
  if (process.send === undefined) {
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
  }
  return total.failed === 0 && total.passed > 0;
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

/** Runs the built test files of a folder in this process. */
async function runMocha(folder: string): Promise<Results> {
  const mocha = new Mocha({ timeout: testTimeout, forbidOnly: true });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.test.mjs')) {
      mocha.addFile(join(folder, file));
    }
  }
  await mocha.loadFilesAsync();
  let passed = 0;
  const failed = await new Promise<number>((resolve) => {
    mocha.run(resolve).on('pass', () => passed++);
  });
  return { passed, failed };
}

/** Runs the integration tests in a real VS Code, which knows of our server through its settings. */
async function runInVsCode({ web = false } = {}): Promise<Results> {
  const server = new HookEventsServer();
  await server.start();
  try {
    const code = await runIntegration({
      tests: join(built, web ? 'web' : 'integration', 'index.js'),
      web,
      settings: { 'bitbucketWebhooks.apiBaseUrl': server.play('initial', { ...bitbucketScenario, cors: true }) },
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
