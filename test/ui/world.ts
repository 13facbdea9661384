import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../host/paths';
import type { Settings } from '../host/settings';
import { writeVirtualWorkspace } from '../host/virtual/virtualWorkspace';
import { temporaryFolder } from '../host/temporaryFolder';
import { HookEventsServer } from '../server/hookEventsServer';
import type { Scenario } from '../server/scenario';
import type { Workbench } from './workbench';
import { startWorkbenchHost, type WorkbenchHost } from './workbenchHost';

export interface Journey {
  readonly workbench: Workbench;
  /** The paths that the API was asked for so far. */
  readonly requests: () => readonly string[];
  /** Lets go of the answers that are held back. */
  readonly release: () => void;
  /** From now on the scenario is another one in some ways; what was asked for so far is forgotten. */
  readonly replay: (changes: Partial<Scenario>) => void;
}

export interface JourneyOptions {
  readonly scenario: Scenario;
  /** The files of the folder that is open, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Settings;
  readonly theme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: string;
  /** Whether folders have to be trusted, so that an untrusted one opens in Restricted Mode; not by default. */
  readonly workspaceTrust?: boolean;
  /** Whether the files are in the file system of another extension, and on no disk. */
  readonly isVirtual?: boolean;
}

/** What all journeys share: the local API and a VS Code with the packaged extension, started when first needed. */
const server = new HookEventsServer();
let starting: Promise<WorkbenchHost> | undefined;
let journeys = 0;

before(() => server.start());

after('stop what all journeys share', async () => {
  await (await starting)?.stop();
  await server.stop();
});

/**
 * Opens a workbench for one journey, closes it at the end, and leaves a picture if the journey fails. Each has a
 * scenario, a folder and a page for itself.
 */
export async function journey(
  { scenario, files = {}, workspaceTrust = false, isVirtual = false, ...options }: JourneyOptions,
  walk: (journey: Journey) => Promise<void>,
): Promise<void> {
  const host = await (starting ??= startWorkbenchHost(join(repositoryRoot, 'out', 'extension.vsix')));
  const name = `journey${++journeys}`;
  const folder = temporaryFolder();
  const workspace = join(folder.path, 'workspace');
  mkdirSync(workspace);
  const virtual = join(folder.path, 'virtual');
  if (isVirtual) {
    writeVirtualWorkspace(virtual, files);
  } else {
    writeFiles(workspace, files);
  }
  const settings = {
    'bitbucketWebhooks.apiBaseUrl': server.play(name, scenario),
    'security.workspace.trust.enabled': workspaceTrust,
    ...options.settings,
  };
  const workbench = await host.open({ ...options, workspace, settings, ...(isVirtual ? { virtual } : {}) });
  try {
    // Only now does the workbench know what the extension contributes.
    await workbench.activityBar('Bitbucket').waitFor();
    await walk({
      workbench,
      requests: () => server.requests(name),
      release: () => {
        server.release(name);
      },
      replay: (changes) => {
        server.play(name, { ...scenario, ...changes });
      },
    });
  } catch (error) {
    await workbench.screenshot(picture(`failed-${name}-${process.pid}`));
    console.error(`${name}, of which there is a picture now, asked for:`, server.requests(name));
    throw error;
  } finally {
    await workbench.close();
    await folder.remove();
  }
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Where a picture of the workbench goes. */
export function picture(name: string): string {
  const folder = join(repositoryRoot, 'out', 'pictures');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
