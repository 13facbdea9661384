import { execSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import Mocha from 'mocha';
import { repositoryRoot } from './host/paths';
import { runIntegration } from './host/runIntegration';
import { HookEventsServer, type Results } from './server/hookEventsServer';
import { bitbucketScenario } from './server/scenario';

/** Long, since a slow machine is no fault: what waits in a test, waits for a state. Milliseconds. */
const testTimeout = 120_000;
const built = join(repositoryRoot, 'out');

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
  const total = { passed: 0, failed: 0 };
  for (const [name, run] of Object.entries(suites)) {
    if (named.includes(name)) {
      console.log(`\n${name} tests`);
      const { passed, failed } = await run();
      total.passed += passed;
      total.failed += failed;
    }
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0;
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
