import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cleanUpAtExit } from '../host/cleanup';
import type { Results } from './results';
import { builtFolder, type Task } from './suites';
import { endMark, noMore } from './workerMessages';

/** A process that runs tasks of one suite, one after the other, and keeps for the next what it has started. */
export class TestWorker {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  private readonly stop: () => Promise<void>;
  private onLine: (line: string) => void = () => undefined;

  /** @param isLive Whether its output is shown as it comes. */
  constructor(
    readonly suite: string,
    private readonly isLive: boolean,
  ) {
    // Mocha looks for this argument.
    const colors = process.stdout.isTTY ? ['--color'] : [];
    this.child = fork(join(builtFolder, 'runner', 'worker.mjs'), colors, {
      silent: true,
      env: { ...process.env, ...(suite === 'pictures' ? { TEST_PICTURES: 'all' } : {}) },
    });
    this.stop = cleanUpAtExit(() => void this.child.kill());
    // That it could not be told something is seen from its end.
    this.child.on('error', () => undefined);
    // Not its exit: what it said last may be read after that.
    this.ended = once(this.child, 'close');
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream) {
        createInterface({ input: stream }).on('line', (line) => {
          this.onLine(line);
        });
      }
    }
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Resolves with what it printed, unless that was shown already; and with the results, or none if it broke down. */
  async run(task: Task): Promise<{ output: string; results: Results | undefined }> {
    const lines: string[] = [];
    let results: Results | undefined;
    const done = new Promise<void>((resolve) => {
      this.onLine = (line) => {
        if (line.startsWith(endMark)) {
          results = JSON.parse(line.slice(endMark.length)) as Results;
          resolve();
        } else if (this.isLive) {
          console.log(line);
        } else {
          lines.push(line);
        }
      };
    });
    this.child.send(task);
    await Promise.race([done, this.ended]);
    return { output: lines.join('\n').trim(), results };
  }

  /** Lets it end what it has started, and waits for its end. */
  async end(): Promise<void> {
    if (!this.hasEnded) {
      // Not by disconnecting, after which Node.js doesn't tell of its end.
      this.child.send(noMore);
    }
    await this.ended;
    await this.stop();
  }
}
