import { constants } from 'node:os';

/**
 * Undoes something. What it does before its first `await` also happens when the process crashes, so processes must be
 * told to end and folders be removed there.
 */
type Cleanup = () => void | Promise<void>;

const pending = new Set<Cleanup>();
let listening = false;

/**
 * Has `cleanup` run when this process ends, however it ends short of SIGKILL. Returns a function that runs it now;
 * it runs once only.
 */
export function cleanUpAtExit(cleanup: Cleanup): () => Promise<void> {
  listen();
  pending.add(cleanup);
  return async () => {
    if (pending.delete(cleanup)) {
      await cleanup();
    }
  };
}

/** Runs all of them now; callers at the same time wait for the same run. */
export function cleanUpAll(): Promise<void> {
  running ??= runAll().finally(() => (running = undefined));
  return running;
}

let running: Promise<void> | undefined;

/** Whether things are being undone right now, so that what fails meanwhile is no news. */
export const isCleaningUp = (): boolean => running !== undefined;

async function runAll(): Promise<void> {
  for (let cleanup = takeLast(); cleanup !== undefined; cleanup = takeLast()) {
    try {
      await cleanup();
    } catch (error) {
      console.error('Could not clean up:', error);
    }
  }
}

/** Last in, first out: a server is stopped before the folder it writes to goes. */
function takeLast(): Cleanup | undefined {
  const last = [...pending].at(-1);
  if (last !== undefined) {
    pending.delete(last);
  }
  return last;
}

function listen(): void {
  if (listening) {
    return;
  }
  listening = true;
  process.on('exit', () => {
    for (let cleanup = takeLast(); cleanup !== undefined; cleanup = takeLast()) {
      void cleanup();
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Each time, not once: Ctrl+C in an npm script comes twice, from the terminal and from npm.
    process.on(signal, () => {
      void cleanUpAll().finally(() => process.exit(128 + constants.signals[signal]));
    });
  }
}
