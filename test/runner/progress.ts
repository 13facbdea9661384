import type { Results, TimedTest } from './results';
import { nameOf, type Task } from './suites';

const longest = { tasks: 5, tests: 10 };

/** Says what goes on while tests run, and at the end what they came to. */
export class Progress {
  private readonly started = Date.now();
  private readonly running = new Map<Task, number>();
  private readonly ended: TimedTest[] = [];
  private readonly results: Results[] = [];
  private readonly timer: NodeJS.Timeout;

  /** @param queues The tasks that have not begun. */
  constructor(private readonly queues: readonly (readonly Task[])[]) {
    this.timer = setInterval(() => {
      this.sayWhatRuns();
    }, 60_000);
  }

  begin(task: Task): void {
    this.running.set(task, Date.now());
  }

  end(task: Task, results: Results, output: string): void {
    const milliseconds = Date.now() - (this.running.get(task) ?? 0);
    this.running.delete(task);
    this.ended.push({ title: nameOf(task), milliseconds });
    this.results.push(results);
    console.log(`\n${nameOf(task)}: ${results.failed > 0 ? 'FAILED' : 'passed'} in ${seconds(milliseconds)}`);
    if (output !== '') {
      console.log(output);
    }
  }

  /** Prints the summary. Returns whether all passed. */
  finish(): boolean {
    clearInterval(this.timer);
    const sum = (count: (results: Results) => number): number =>
      this.results.reduce((total, results) => total + count(results), 0);
    const [passed, failed] = [sum((results) => results.passed), sum((results) => results.failed)];
    console.log('\nWhat took longest:');
    const tests = this.results.flatMap((results) => results.tests);
    for (const { title, milliseconds } of [...top(this.ended, longest.tasks), ...top(tests, longest.tests)]) {
      console.log(`${seconds(milliseconds).padStart(7)}  ${title}`);
    }
    console.log(`\n${passed} passed, ${failed} failed, in ${seconds(Date.now() - this.started)}`);
    return failed === 0;
  }

  private sayWhatRuns(): void {
    const now = Date.now();
    const running = [...this.running].map(([task, began]) => `${nameOf(task)} (${seconds(now - began)})`);
    const left = this.queues.flat().map(nameOf);
    console.log(
      `\n${Math.round((now - this.started) / 60_000)} min: ${running.join(', ') || 'nothing yet'}; ` +
        `to come: ${left.join(', ') || 'nothing more'}`,
    );
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;

function top(tests: readonly TimedTest[], count: number): TimedTest[] {
  return [...tests].sort((one, other) => other.milliseconds - one.milliseconds).slice(0, count);
}
