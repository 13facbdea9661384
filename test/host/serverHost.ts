import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { linkBuiltInExtensions } from './builtInExtensions';
import { installServer } from './serverInstall';
import { installVsix } from './serverVsix';
import { startServerProcess } from './serverProcess';
import { quietSettings, writeMachineSettings, writeUserSettings, type Settings } from './settings';
import { temporaryFolder } from './temporaryFolder';

export interface ServerOptions {
  readonly settings?: Settings;
  /** A packaged extension to install first. */
  readonly vsix?: string;
  /** Whether folders have to be trusted, so that an untrusted one opens in Restricted Mode. */
  readonly workspaceTrust?: boolean;
  /**
   * Whether a page may be told to load an extension under development, and to run tests. This is a mode for tests:
   * notifications, for one, are hidden.
   */
  readonly driven?: boolean;
  /** The port to listen on; any free one by default. */
  readonly port?: number;
  /** A folder with extensions, to be used instead of an empty one. */
  readonly extensionsFolder?: string;
}

export interface ServerHost {
  readonly port: number;
  /** What a page has to know to be let in: the server can run any program, so not every web page may talk to it. */
  readonly token: string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
  /** Replaces the settings, which open pages notice too. */
  writeSettings(settings: Settings): void;
  /** Ends the server with all its processes and removes its data. */
  stop(): Promise<void>;
}

/** Starts a VS Code server of its own for this process: fresh data, no extension but ours, gone at the end. */
export async function startServer(options: ServerOptions = {}): Promise<ServerHost> {
  const installation = await installServer();
  const folder = temporaryFolder();
  const token = randomBytes(16).toString('hex');
  const dataFolder = join(folder.path, 'data');
  const writeSettings = (settings: Settings): void => {
    writeUserSettings(dataFolder, { ...quietSettings, ...settings });
    writeMachineSettings(dataFolder, { ...quietSettings, ...settings });
  };
  writeSettings(options.settings ?? {});
  const places = [
    `--server-data-dir=${folder.path}`,
    `--extensions-dir=${options.extensionsFolder ?? join(folder.path, 'extensions')}`,
  ];
  if (options.vsix !== undefined) {
    await installVsix(installation, options.vsix, places);
  }
  const args = [
    ...places,
    '--host=127.0.0.1',
    `--port=${options.port ?? 0}`,
    `--connection-token=${token}`,
    '--accept-server-license-terms',
    '--telemetry-level=off',
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    ...(options.driven === true ? drivenArguments(installation.root, folder.path) : []),
  ];
  const server = await startServerProcess(installation, args, folder.path);
  return {
    port: server.port,
    token,
    ended: server.ended,
    writeSettings,
    stop: async () => {
      await server.stop();
      await folder.remove();
    },
  };
}

function drivenArguments(serverRoot: string, folder: string): string[] {
  const builtIn = join(folder, 'built-in');
  linkBuiltInExtensions(serverRoot, builtIn);
  return [
    '--enable-smoke-test-driver',
    `--builtin-extensions-dir=${builtIn}`,
    // Closed pages take their extension hosts with them soon, rather than after three hours.
    '--reconnection-grace-time=10',
  ];
}
