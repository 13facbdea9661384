import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { cleanUpAtExit } from './cleanup';
import type { ServerInstallation } from './serverInstall';
import { ServerOutput } from './serverOutput';

export interface ServerProcess {
  /** The port that it listens on. */
  readonly port: number;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
  /** Ends it and all that it started. */
  stop(): Promise<void>;
}

/**
 * Loaded into the server and inherited by the processes that it forks: each ends when its parent is gone, even if that
 * was killed and had no time to see to its children.
 */
const endWithParent = "data:text/javascript,process.on('disconnect',()=>process.exit())";

const secondsToStart = 120;

/**
 * Starts the VS Code server and waits until it says that it listens.
 *
 * @param temporaryFolder where it may leave sockets, as it does when it is ended
 */
export async function startServerProcess(
  installation: ServerInstallation,
  args: string[],
  temporaryFolder: string,
): Promise<ServerProcess> {
  const child = spawn(installation.node, [`--import=${endWithParent}`, 'out/server-main.js', ...args], {
    cwd: installation.root,
    env: environment(temporaryFolder),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own, to be killed as one. Windows has no such groups, and would open a window.
    detached: process.platform !== 'win32',
  });
  const stop = cleanUpAtExit(() => end(child));
  try {
    const port = await listeningPort(child);
    return { port, ended: once(child, 'exit'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listeningPort(child: ChildProcess): Promise<number> {
  const output = new ServerOutput();
  return new Promise((resolve, reject) => {
    const fail = (what: string, cause?: unknown): void => {
      clearTimeout(timer);
      const advice = 'Delete .vscode-test to have it installed anew, then try again.';
      reject(new Error(`The VS Code server ${what}. Its last output:\n${output.toString()}\n${advice}`, { cause }));
    };
    const timer = setTimeout(() => {
      fail(`did not start within ${secondsToStart} s`);
    }, secondsToStart * 1000);
    child.once('error', (cause) => {
      fail('could not be started', cause);
    });
    child.once('exit', (code, signal) => {
      fail(`ended while it started (${code ?? signal ?? 'unknown'})`);
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      // Read to the end: a server whose output nobody reads comes to a stop.
      createInterface({ input: stream }).on('line', (line) => {
        output.add(line);
        const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
        if (port !== undefined) {
          clearTimeout(timer);
          resolve(Number(port));
        }
      });
    }
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const exited = once(child, 'exit');
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
  } else {
    process.kill(-child.pid, 'SIGKILL');
  }
  await exited;
}

/** Without what a VS Code that we run inside of (its terminal, its debugger) says to its own processes. */
function environment(temporaryFolder: string): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|XDG_RUNTIME_DIR$)/;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  // On macOS temporary folders have paths that are too long for a socket below them.
  return { ...Object.fromEntries(own), ...(process.platform === 'linux' ? { TMPDIR: temporaryFolder } : {}) };
}
