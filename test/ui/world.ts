import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../host/paths';
import type { Settings } from '../host/settings';
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
}

export interface JourneyOptions {
  readonly scenario: Scenario;
  /** The files of the folder that is open, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Settings;
  readonly theme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: string;
}

/** What all journeys share: the local API and one VS Code; and what each has for itself: a scenario, a folder, a page. */
export class World {
  private readonly server = new HookEventsServer();
  private host: WorkbenchHost | undefined;
  private journeys = 0;

  /** The extension is installed as users get it: packaged. */
  async start(options: { readonly workspaceTrust?: boolean } = {}): Promise<void> {
    const extension = { vsix: join(repositoryRoot, 'out', 'extension.vsix') };
    [this.host] = await Promise.all([startWorkbenchHost({ extension, ...options }), this.server.start()]);
  }

  async stop(): Promise<void> {
    await this.host?.stop();
    await this.server.stop();
  }

  /** Opens a workbench for one journey, closes it at the end, and leaves a picture if the journey fails. */
  async journey({ scenario, files = {}, ...options }: JourneyOptions, walk: (journey: Journey) => Promise<void>) {
    if (!this.host) {
      throw new Error('The world has not been started.');
    }
    const name = `journey${++this.journeys}`;
    const folder = temporaryFolder();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder.path, path)), { recursive: true });
      writeFileSync(join(folder.path, path), text);
    }
    const settings = { 'bitbucketWebhooks.apiBaseUrl': this.server.play(name, scenario), ...options.settings };
    const workbench = await this.host.open({ ...options, workspace: folder.path, settings });
    try {
      // Only now does the workbench know what the extension contributes.
      await workbench.activityBar('Bitbucket').waitFor();
      await walk({
        workbench,
        requests: () => this.server.requests(name),
        release: () => {
          this.server.release(name);
        },
      });
    } catch (error) {
      await workbench.screenshot(picture(`failed-${name}`));
      throw error;
    } finally {
      await workbench.close();
      await folder.remove();
    }
  }
}

/** Where a picture of the workbench goes. */
export function picture(name: string): string {
  const folder = join(repositoryRoot, 'out', 'pictures');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
