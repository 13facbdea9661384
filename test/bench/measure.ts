/** One thing that is measured. */
export interface Task {
  /** What goes before each run and isn't measured; `sample` counts up, for another version of a text each time. */
  prepare?(sample: number): unknown;
  run(): unknown;
}

/** Milliseconds. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly samples: number;
}

export interface RaceOptions {
  /** How long the slower one is run in all; milliseconds. */
  readonly budget: number;
  /** Runs of ours between two of the peer's: ours are short, and one alone would show the clock. */
  readonly oursPerPeer?: number;
  readonly maxPeerSamples?: number;
}

/** Of the slowest tasks, which take longer than their budget. */
const minSamples = 3;

const clock = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Runs tasks of ours and one of a peer in turns, so that whatever else the machine does slows all. */
export async function race(
  ours: readonly Task[],
  peer: Task,
  options: RaceOptions,
): Promise<{ ours: readonly Times[]; peer: Times }> {
  const { budget, oursPerPeer = 25, maxPeerSamples = 40 } = options;
  for (const task of ours) {
    await warmUp(task, budget / 10);
  }
  await warmUp(peer, budget / 4);
  const oursTimes = ours.map((): number[] => []);
  const peerTimes: number[] = [];
  const deadline = clock() + budget;
  for (let sample = 0; peerTimes.length < minSamples || clock() < deadline; sample++) {
    tidy();
    peerTimes.push(await time(peer, sample));
    for (const [index, task] of ours.entries()) {
      tidy();
      // The first run after another program has had the caches isn't what someone who types meets.
      await time(task, sample + 1);
      const turnEnds = clock() + budget / 20;
      for (let run = 0; run < oursPerPeer && (run < 3 || clock() < turnEnds); run++) {
        oursTimes[index]?.push(await time(task, sample + run));
      }
    }
    if (peerTimes.length >= maxPeerSamples) {
      break;
    }
  }
  return { ours: oursTimes.map(timesOf), peer: timesOf(peerTimes) };
}

/** Runs one task alone. */
export async function measure(task: Task, budget: number, maxSamples = 200): Promise<Times> {
  await warmUp(task, budget / 4);
  const deadline = clock() + budget;
  const times: number[] = [];
  for (let sample = 0; times.length < minSamples || (clock() < deadline && times.length < maxSamples); sample++) {
    times.push(await time(task, sample));
  }
  return timesOf(times);
}

/** The longest that a task keeps others waiting at a stretch, of several runs. */
export async function longestBlocks(task: Task, runs: number): Promise<Times> {
  await time(task);
  const longest: number[] = [];
  for (let sample = 0; sample < runs; sample++) {
    task.prepare?.(sample);
    let [last, most, isOver] = [clock(), 0, false];
    const tick = (): void => {
      const now = clock();
      most = Math.max(most, now - last);
      last = now;
      if (!isOver) {
        setImmediate(tick);
      }
    };
    setImmediate(tick);
    await task.run();
    isOver = true;
    tick();
    longest.push(most);
  }
  return timesOf(longest);
}

export async function time(task: Task, sample = 0): Promise<number> {
  const prepared = task.prepare?.(sample);
  if (prepared instanceof Promise) {
    await prepared;
  }
  const started = clock();
  const result = task.run();
  if (result instanceof Promise) {
    await result;
  }
  return clock() - started;
}

export function timesOf(values: readonly number[]): Times {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), samples: sorted.length };
}

async function warmUp(task: Task, budget: number): Promise<void> {
  const deadline = clock() + budget;
  for (let sample = 0; sample === 0 || (sample < 300 && clock() < deadline); sample++) {
    await time(task, sample);
  }
}

/** Collects the young garbage of whoever ran last, so that the next one doesn't pay for it. */
function tidy(): void {
  globalThis.gc?.({ type: 'minor', execution: 'sync' });
}
