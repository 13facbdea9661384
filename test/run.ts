import { exec, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { exit } from 'node:process';
import { parseArgs, promisify } from 'node:util';
import { cleanUpAtExit } from './host/cleanup';
import { builtScript, repositoryRoot } from './host/paths';
import { Progress } from './runner/progress';
import { builtFolder, nameOf, suites, type Task, tasksOf } from './runner/suites';
import { TestWorker } from './runner/testWorker';

/**
 * How many processes take tasks of each queue, those with VS Code and those without. Most of the time a test waits, but
 * not more than two pages with a workbench run well on two cores.
 */
const workersEach = 2;

/** Runs the suites and files named on the command line, or all of them, and says at the end how many tests passed and failed. */
async function main(): Promise<boolean> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const tasks = tasksNamed(positionals);
  const inVsCode = ({ suite }: Task): boolean => suites[suite]?.inVsCode === true;
  const queues = [tasks.filter((task) => !inVsCode(task)), tasks.filter(inVsCode)];

  // Downloads go on while tests run that need nothing of them.
  const installing = tasks.some(inVsCode) ? begin(install()) : undefined;
  const packaging = tasks.some(({ suite }) => suites[suite]?.needsPackage) ? begin(packageExtension()) : undefined;
  const isReady = async (task: Task): Promise<void> => {
    await (inVsCode(task) ? installing : undefined);
    await (suites[task.suite]?.needsPackage ? packaging : undefined);
  };
  const progress = new Progress(queues);
  const isLive = tasks.length === 1;
  const work = async (queue: Task[]): Promise<void> => {
    let worker: TestWorker | undefined;
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      await isReady(task);
      progress.begin(task);
      if (worker?.suite !== task.suite || worker.hasEnded) {
        await worker?.end();
        worker = new TestWorker(task.suite, isLive);
      }
      const { results, output } = await worker.run(task);
      progress.end(task, results ?? { passed: 0, failed: 1, tests: [] }, output);
    }
    await worker?.end();
  };
  await Promise.all(queues.flatMap((queue) => Array.from({ length: workersEach }, () => work(queue))));
  return progress.finish();
}

/** The tasks of the suites with these names, or files of theirs, such as `ui/payloads`; of all suites without a name. */
function tasksNamed(names: readonly string[]): Task[] {
  const all = Object.keys(suites).flatMap(tasksOf);
  if (names.length === 0) {
    return all.filter(({ suite }) => suites[suite]?.onRequest !== true);
  }
  const named = names.flatMap((name) => {
    // A journey is in two suites, of which the first takes pictures of failures only.
    const tasks = all.filter(({ suite }) => suite === name);
    const file = all.find((task) => nameOf(task) === name);
    if (tasks.length === 0 && file === undefined) {
      throw new Error(`There is no suite ${name}. Suites: ${Object.keys(suites).join(', ')}.`);
    }
    return tasks.length > 0 ? tasks : (file ?? []);
  });
  return [...new Set(named)];
}

/** Begins what is needed later. Whoever waits for it then hears of its failure. */
function begin(work: Promise<void>): Promise<void> {
  work.catch(() => undefined);
  return work;
}

/** What this can't install, those who need it try to, and say why it can't be had. */
async function install(): Promise<void> {
  const child = fork(builtScript('install'));
  const stop = cleanUpAtExit(() => void child.kill());
  await once(child, 'exit');
  await stop();
}

async function packageExtension(): Promise<void> {
  const command = `npm run package-built -- --out "${join(builtFolder, 'extension.vsix')}"`;
  await promisify(exec)(command, { cwd: repositoryRoot });
}

main().then(
  (passed) => exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    exit(1);
  },
);
