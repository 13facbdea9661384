/** Runs tasks that it is sent, one after the other, and says in its output when each has ended and how. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Mocha from 'mocha';
import { cleanUpAll } from '../host/cleanup';
import { repositoryRoot } from '../host/paths';
import { runInVsCode } from './inVsCode';
import { type Results, runTests } from './results';
import { builtFolder, type Task, testFiles } from './suites';
import { endMark, noMore } from './workerMessages';

/** Against hanging only, since a slow machine is no fault: what waits in a test, waits for a state. Milliseconds. */
const testTimeout = 600_000;

function runTask({ suite, file }: Task): Promise<Results> {
  switch (suite) {
    case 'check':
      return runCheck();
    case 'integration':
    case 'web':
      return runInVsCode(suite);
    default:
      return runMocha(file === undefined ? testFiles(suite) : [file]);
  }
}

/** Checks types, style and format: no tests, but nothing passes without. */
async function runCheck(): Promise<Results> {
  const check = spawn('npm run --silent check', { cwd: repositoryRoot, stdio: 'inherit', shell: true });
  const [status] = (await once(check, 'exit')) as [number | null];
  return { passed: 0, failed: status === 0 ? 0 : 1, tests: [] };
}

async function runMocha(files: readonly string[]): Promise<Results> {
  const mocha = new Mocha({ timeout: testTimeout, forbidOnly: true });
  for (const file of files) {
    mocha.addFile(join(builtFolder, file));
  }
  await mocha.loadFilesAsync();
  const results = await runTests(mocha);
  // Else its listeners stay, and take what the next file throws for theirs.
  mocha.dispose();
  // A suite without a test is one that could not fail.
  return results.passed + results.failed === 0 ? { ...results, failed: 1 } : results;
}

process.on('message', (message: Task | typeof noMore) => {
  if (message === noMore) {
    void cleanUpAll().finally(() => process.exit());
    return;
  }
  runTask(message).then(
    (results) => process.stdout.write(`\n${endMark}${JSON.stringify(results)}\n`),
    (error: unknown) => {
      console.error(error);
      void cleanUpAll().finally(() => process.exit(1));
    },
  );
});
// Whoever sends tasks may have been killed.
process.on('disconnect', () => void cleanUpAll().finally(() => process.exit(1)));
