import * as v from 'valibot';
import type { Log } from '../../bitbucket/log';
import { type CacheFolder, replaceFiles } from '../../catalog/cacheFolder';
import { Emitter } from '../../catalog/emitter';
import { type Delivery, deliverySchema } from './delivery';
import { fitting, limited, maxDeliveries } from './keptDelivery';

/** Of the file; one of another format counts as broken. */
const format = 1;
const fileSchema = v.object({ format: v.literal(format), deliveries: v.array(v.unknown()) });
const prefix = 'deliveries-';
const isOurs = (name: string) => /^deliveries-[\w-]+\.json$/.test(name);

/** What could not be done to the disk: to keep deliveries there, or to delete some. */
export type HistoryFault = 'notKept' | 'notDeleted';

/**
 * The last deliveries, newest first. They are kept in a folder: each change makes a new file and only then removes the
 * older ones, so that a write that breaks off costs nothing that was there before. No file is removed that hasn't been
 * read, unless all are to be forgotten.
 */
export class DeliveryHistory {
  private kept: readonly Delivery[] = [];
  /** Whole, where the one that is kept is cut. */
  private newest: Delivery | undefined;
  private loading: Promise<void> | undefined;
  private writing = Promise.resolve();
  /** The files of which all is in `kept`, or was: a newer one takes their place. */
  private taken = new Set<string>();
  /** The files that nobody can use. */
  private readonly broken = new Set<string>();
  private isFailing = false;
  private readonly changes = new Emitter<void>();
  private readonly faults = new Emitter<HistoryFault>();
  readonly onDidChange = this.changes.event;
  /** Fires for each removal that fails, and for the first of several writes that fail. */
  readonly onDidFail = this.faults.event;

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
    await this.keep([limited(delivery), ...this.kept], 'notKept');
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.load();
    this.newest = undefined;
    await this.keep(
      this.kept.filter(({ id }) => !ids.includes(id)),
      'notDeleted',
    );
  }

  /** Forgets all, and removes all files. */
  async clear(): Promise<void> {
    await this.loading;
    this.loading = Promise.resolve();
    this.newest = undefined;
    try {
      this.taken = new Set((await this.folder?.list())?.filter(isOurs));
    } catch (error) {
      this.log.warn(`The deliveries could not be listed: ${String(error)}`);
      this.faults.fire('notDeleted');
    }
    await this.keep([], 'notDeleted');
  }

  private load(): Promise<void> {
    return (this.loading ??= this.read().then((isWhole) => {
      if (!isWhole) {
        // What can't be read now may be later.
        this.loading = undefined;
      }
    }));
  }

  /** Takes what is in the files that haven't been read yet. Never rejects; resolves with whether all could be read. */
  private async read(): Promise<boolean> {
    const { folder } = this;
    if (!folder) {
      return true;
    }
    try {
      const names = (await folder.list()).filter(isOurs).sort().reverse();
      const missing = names.filter((name) => !this.taken.has(name) && !this.broken.has(name));
      const areRead: boolean[] = [];
      for (const name of missing) {
        areRead.push(await this.readFile(folder, name));
      }
      return !areRead.includes(false);
    } catch (error) {
      this.log.warn(`The deliveries could not be read: ${String(error)}`);
      return false;
    }
  }

  private async readFile(folder: CacheFolder, name: string): Promise<boolean> {
    let text: string;
    try {
      text = await folder.read(name);
    } catch (error) {
      this.log.warn(`${name} could not be read: ${String(error)}`);
      return false;
    }
    try {
      const { deliveries } = v.parse(fileSchema, JSON.parse(text));
      this.kept = merged(this.kept, deliveries);
      this.taken.add(name);
    } catch {
      // Not the cause, which may quote the file.
      this.log.warn(`${name} can't be used and is passed over`);
      this.broken.add(name);
    }
    return true;
  }

  /**
   * Never rejects; resolves when it is written. Not sooner does anybody hear of it: what is listed is kept.
   *
   * @param fault What it means if it can't be written.
   */
  private async keep(deliveries: readonly Delivery[], fault: HistoryFault): Promise<void> {
    const { kept, json } = fitting(deliveries);
    this.kept = kept;
    const text = kept.length === 0 ? undefined : `{"format":${format},"deliveries":${json}}`;
    this.writing = this.writing.then(() => this.write(text, fault));
    await this.writing;
    this.changes.fire();
  }

  private async write(text: string | undefined, fault: HistoryFault): Promise<void> {
    const { folder } = this;
    if (!folder) {
      return;
    }
    try {
      const { written, left } = await replaceFiles(folder, [...this.taken], prefix, text, this.log);
      this.taken = new Set([...left, ...(written === undefined ? [] : [written])]);
      this.isFailing = false;
      if (left.length > 0 && fault === 'notDeleted') {
        this.faults.fire(fault);
      }
    } catch (error) {
      this.log.warn(`The deliveries could not be written: ${String(error)}`);
      if (fault === 'notDeleted' || !this.isFailing) {
        this.faults.fire(fault);
      }
      this.isFailing = true;
    }
  }
}

/** Those of a file among those that are there, each once, as many as are kept; rows that can't be used are left out. */
function merged(kept: readonly Delivery[], rows: readonly unknown[]): readonly Delivery[] {
  const byId = new Map(kept.map((delivery) => [delivery.id, delivery]));
  for (const row of rows) {
    if (byId.size >= maxDeliveries) {
      break;
    }
    const { success, output } = v.safeParse(deliverySchema, row);
    if (success && !byId.has(output.id)) {
      byId.set(output.id, output);
    }
  }
  // Windows that share the folder write in turns.
  return [...byId.values()].sort((one, other) => other.sentAt - one.sentAt);
}
