import { HookEventsServer } from '../server/hookEventsServer';
import { manyRows, type Scenario } from '../server/scenario';
import { createCatalog } from './createCatalog';
import { IdleClient } from './idleClient';
import { MemoryFolder } from './memoryFolder';

export const hour = 3_600_000;

/** What one complete load of the stage's lists asks for. */
export const completeLoad = [
  '/hook_events',
  '/hook_events/repository',
  '/hook_events/repository?page=2',
  '/hook_events/repository?page=3',
  '/hook_events/workspace',
];

/** A server with three pages of one subject type and one of another, a clock that tests set, and windows that share a cache. */
export class CatalogStage {
  readonly folder = new MemoryFolder();
  now = Date.UTC(2026, 10, 23);
  interval = 24 * hour;
  private plays = 0;
  private name = '';
  private baseUrl = '';

  private constructor(private readonly server: HookEventsServer) {}

  static async open(): Promise<CatalogStage> {
    const server = new HookEventsServer();
    await server.start();
    const stage = new CatalogStage(server);
    stage.play();
    return stage;
  }

  close(): Promise<void> {
    return this.server.stop();
  }

  /** From now on the server, under the same address, plays this scenario; what it was asked before is forgotten. */
  play(scenario: Partial<Scenario> = {}): void {
    this.name ||= `stage${++this.plays}`;
    this.baseUrl = this.server.play(this.name, {
      subjectTypes: { repository: manyRows(45), workspace: manyRows(3, 'workspace') },
      pageLength: 20,
      ...scenario,
    });
  }

  release(): void {
    this.server.release(this.name);
  }

  get requests(): readonly string[] {
    return this.server.requests(this.name);
  }

  /** Resolves when the server has been asked so often. */
  async requested(count: number): Promise<void> {
    while (this.requests.length < count) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** A window: a catalogue of its own, with the cache that all windows have. */
  openWindow(baseUrl = this.baseUrl) {
    const client = new IdleClient({ baseUrl });
    const catalog = createCatalog({
      baseUrl,
      client,
      folder: this.folder,
      now: () => this.now,
      refreshInterval: () => this.interval,
    });
    return { catalog, client, idle: () => client.idle() };
  }

  /** Fills the cache as a window does that has loaded everything. */
  async fillCache(): Promise<void> {
    const { catalog, idle } = this.openWindow();
    catalog.wake();
    await idle();
    this.play();
  }
}
