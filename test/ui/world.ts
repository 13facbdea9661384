import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../host/paths';
import type { Settings } from '../host/settings';
import { writeVirtualWorkspace } from '../host/virtual/virtualWorkspace';
import { temporaryFolder } from '../host/temporaryFolder';
import { HookEventsServer } from '../server/hookEventsServer';
import type { Scenario } from '../server/scenario';
import { takesPictures } from './pictures';
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

export interface PageOptions {
  readonly scenario: Scenario;
  /** The files of the folder that is open, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Settings;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: string;
  /** Whether folders have to be trusted, so that an untrusted one opens in Restricted Mode; not by default. */
  readonly workspaceTrust?: boolean;
  /** Whether the files are in the file system of another extension, and on no disk. */
  readonly isVirtual?: boolean;
}

interface OpenPage {
  readonly options: PageOptions;
  readonly journey: Journey;
  readonly name: string;
  close(): Promise<void>;
}

/** What all pages share: the local API and a VS Code with the packaged extension, started when first needed. */
let sharing: Promise<{ server: HookEventsServer; host: WorkbenchHost }> | undefined;
/** One at a time. */
let current: OpenPage | undefined;
let pages = 0;

async function share(): Promise<{ server: HookEventsServer; host: WorkbenchHost }> {
  const server = new HookEventsServer();
  await server.start();
  return { server, host: await startWorkbenchHost(join(repositoryRoot, 'out', 'extension.vsix')) };
}

/**
 * A workbench for the journeys of the suite in which this is called, with a scenario and a folder. The function that is
 * returned is for the body of a test. The page is opened for the first journey; each further one finds it as the one
 * before has left it, but for editors and messages, which are closed, and the scenario, which starts anew. Journeys
 * rely on nothing of each other, since after one that fails, which leaves a picture, the next has a new page. So has
 * each where all pictures are taken.
 */
export function sharedPage(options: PageOptions): (walk: (journey: Journey) => Promise<void>) => Promise<void> {
  afterEach('leave a picture of a failure', async function () {
    const hasFailed = this.currentTest?.isFailed() === true;
    if (current && hasFailed) {
      const { name, journey } = current;
      // If the page has crashed there is no picture, but there are journeys to come.
      await journey.workbench.screenshot(`failed-${process.pid}-${name}`).catch(console.error);
      console.error(`${name}, of which there may be a picture now, asked for:`, journey.requests());
    }
    if (hasFailed || takesPictures) {
      await closePage();
    }
  });
  after('close the page', closePage);

  return async (walk) => {
    if (current?.options === options) {
      await current.journey.workbench.tidyUp();
      current.journey.replay({});
    } else {
      await closePage();
      current = await openPage(options);
      // Only then does the workbench know what the extension contributes.
      await current.journey.workbench.activityBar('Bitbucket').waitFor();
    }
    await walk(current.journey);
  };
}

async function openPage(options: PageOptions): Promise<OpenPage> {
  const { scenario, files = {}, workspaceTrust = false, isVirtual = false, ...others } = options;
  const { server, host } = await (sharing ??= share());
  const name = `page${++pages}`;
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
  const workbench = await host.open({ ...others, workspace, settings, ...(isVirtual ? { virtual } : {}) });
  const journey: Journey = {
    workbench,
    requests: () => server.requests(name),
    release: () => {
      server.release(name);
    },
    replay: (changes) => {
      server.release(name);
      server.play(name, { ...scenario, ...changes });
    },
  };
  return {
    options,
    name,
    journey,
    close: async () => {
      await workbench.close();
      await folder.remove();
    },
  };
}

async function closePage(): Promise<void> {
  const page = current;
  current = undefined;
  await page?.close().catch(console.error);
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
