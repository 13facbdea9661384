import * as v from 'valibot';
import type { Log } from '../../bitbucket/log';
import { type CacheFolder, replaceFiles } from '../../catalog/cacheFolder';
import { Emitter } from '../../catalog/emitter';
import { type Delivery, deliverySchema } from './delivery';
import { fitting, limited } from './keptDelivery';

/** Of the file; one of another format counts as broken. */
const format = 1;
const fileSchema = v.object({ format: v.literal(format), deliveries: v.array(v.unknown()) });
const prefix = 'deliveries-';
const isOurs = (name: string) => /^deliveries-[\w-]+\.json$/.test(name);

/**
 * The last deliveries, newest first. They are kept in a folder: each change makes a new file and only then removes the
 * older ones, so that a write that breaks off costs nothing that was there before.
 */
export class DeliveryHistory {
  private kept: readonly Delivery[] = [];
  /** Whole, where the one that is kept is cut. */
  private newest: Delivery | undefined;
  private loading: Promise<void> | undefined;
  private writing = Promise.resolve();
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;

  /** @param folder `undefined`: nothing outlives this object. */
  constructor(
    private readonly folder: CacheFolder | undefined,
    private readonly log: Log,
  ) {}

  /** Newest first. */
  async list(): Promise<readonly Delivery[]> {
    await this.load();
    return this.kept;
  }

  async find(id: string): Promise<Delivery | undefined> {
    await this.load();
    return this.newest?.id === id ? this.newest : this.kept.find((each) => each.id === id);
  }

  async add(delivery: Delivery): Promise<void> {
    await this.load();
    this.newest = delivery;
    await this.keep([limited(delivery), ...this.kept]);
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.load();
    this.newest = undefined;
    await this.keep(this.kept.filter(({ id }) => !ids.includes(id)));
  }

  /** Forgets all, and removes the file. */
  async clear(): Promise<void> {
    this.loading ??= Promise.resolve();
    await this.loading;
    this.newest = undefined;
    await this.keep([]);
  }

  private load(): Promise<void> {
    this.loading ??= this.read();
    return this.loading;
  }

  /** Never rejects: a file that can't be read is passed over. */
  private async read(): Promise<void> {
    if (!this.folder) {
      return;
    }
    try {
      for (const name of (await this.folder.list()).filter(isOurs).sort().reverse()) {
        const deliveries = await this.readFile(this.folder, name);
        if (deliveries) {
          this.kept = deliveries;
          return;
        }
      }
    } catch (error) {
      this.log.warn(`The deliveries could not be read: ${String(error)}`);
    }
  }

  private async readFile(folder: CacheFolder, name: string): Promise<Delivery[] | undefined> {
    try {
      const { deliveries } = v.parse(fileSchema, JSON.parse(await folder.read(name)));
      return deliveries.flatMap((each) => {
        const { success, output } = v.safeParse(deliverySchema, each);
        return success ? [output] : [];
      });
    } catch {
      // Not the cause, which may quote the file.
      this.log.warn(`${name} can't be used and is passed over`);
      return undefined;
    }
  }

  /** Never rejects; resolves when it is written. Not sooner does anybody hear of it: what is listed is kept. */
  private async keep(deliveries: readonly Delivery[]): Promise<void> {
    const { kept, json } = fitting(deliveries);
    this.kept = kept;
    const text = kept.length === 0 ? undefined : `{"format":${format},"deliveries":${json}}`;
    this.writing = this.writing.then(() => this.write(text));
    await this.writing;
    this.changes.fire();
  }

  private async write(text: string | undefined): Promise<void> {
    const { folder } = this;
    if (!folder) {
      return;
    }
    try {
      await replaceFiles(folder, (await folder.list()).filter(isOurs), prefix, text, this.log);
    } catch (error) {
      this.log.warn(`The deliveries could not be written: ${String(error)}`);
    }
  }
}
