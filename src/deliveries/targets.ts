import type { Memento, SecretStorage } from 'vscode';
import { Emitter } from '../catalog/emitter';
import type { DeliverySecrets } from './secrets';
import type { KeptTarget } from './wire/delivery';
import { parseTarget, type Target } from './wire/target';

const recentKey = 'bitbucketWebhooks.targets';
const originsKey = 'bitbucketWebhooks.approvedOrigins';
const maxRecent = 10;

/** A target that the user has sent to, or given a secret. */
export interface SavedTarget extends KeptTarget {
  /** What the user calls it. */
  readonly name?: string;
}

/**
 * Where the user has sent deliveries, on this machine, in any window. What is remembered of a target is its origin and
 * path; an address with a query, which may hold a token, is a secret.
 */
export class DeliveryTargets {
  private readonly changes = new Emitter<void>();
  /** Fires when a target has got or lost its name. */
  readonly onDidRename = this.changes.event;

  constructor(
    private readonly memory: Memento,
    private readonly storage: SecretStorage,
    private readonly secrets: Pick<DeliverySecrets, 'names'>,
  ) {}

  /** The last ones first, and at the end others that have a secret. */
  get saved(): readonly SavedTarget[] {
    const { recent } = this;
    const others = this.secrets.names.filter((name) => !recent.some(({ shown }) => shown === name));
    return [...recent, ...others.map((shown) => ({ shown }))];
  }

  /** What the user calls a target; `undefined` where it has no name. */
  nameOf(target: KeptTarget): string | undefined {
    return this.recent.find((each) => isSame(each, target))?.name;
  }

  /** Gives a target a name, or with an empty one takes it away. */
  async rename(target: KeptTarget, name: string): Promise<void> {
    const { shown, id } = target;
    const entry = { shown, ...(id === undefined ? {} : { id }), ...(name === '' ? {} : { name }) };
    const { recent } = this;
    const isKnown = recent.some((each) => isSame(each, target));
    const renamed = isKnown ? recent.map((each) => (isSame(each, target) ? entry : each)) : [...recent, entry];
    await this.memory.update(recentKey, renamed);
    this.changes.fire();
  }

  /** The whole address of a target; `undefined` where it was lost. */
  async resolve({ shown, id }: KeptTarget): Promise<Target | undefined> {
    const address = id === undefined ? shown : await withKeyring(() => this.storage.get(keyOf(id)));
    const target = address === undefined ? undefined : parseTarget(address);
    // Whoever changed what is kept can't send it elsewhere.
    return typeof target === 'object' && target.shown === shown ? target : undefined;
  }

  /** Puts a target first. */
  async remember(target: Target): Promise<KeptTarget> {
    const kept = await this.find(target);
    const entry: SavedTarget = kept ?? { shown: target.shown, ...(target.hasQuery ? { id: crypto.randomUUID() } : {}) };
    const { id } = entry;
    if (!kept && id !== undefined) {
      await withKeyring(() => this.storage.store(keyOf(id), target.url.href));
    }
    const all = [entry, ...this.recent.filter((each) => !isSame(each, entry))];
    // What the user has given something to stays, however long ago it was.
    const passing = all.filter(({ shown, name }) => name === undefined && !this.secrets.names.includes(shown));
    const dropped = passing.slice(maxRecent);
    await this.memory.update(
      recentKey,
      all.filter((each) => !dropped.includes(each)),
    );
    await Promise.all(dropped.map((each) => withKeyring(() => this.deleteAddress(each))));
    return { shown: entry.shown, ...(id === undefined ? {} : { id }) };
  }

  /** Rejects where the keyring refuses to delete an address with a query; the target then stays in the list. */
  async forget(target: KeptTarget): Promise<void> {
    await this.deleteAddress(target);
    await this.memory.update(
      recentKey,
      this.recent.filter((each) => !isSame(each, target)),
    );
  }

  /** Whether deliveries may go there without a question. */
  isApproved({ isLoopback, url }: Target): boolean {
    return isLoopback || this.memory.get<readonly string[]>(originsKey, []).includes(url.origin);
  }

  async approve({ url }: Target): Promise<void> {
    await this.memory.update(originsKey, [...this.memory.get<readonly string[]>(originsKey, []), url.origin]);
  }

  private get recent(): readonly SavedTarget[] {
    return this.memory.get<readonly SavedTarget[]>(recentKey, []);
  }

  private async find(target: Target): Promise<SavedTarget | undefined> {
    for (const each of this.recent) {
      if (each.shown === target.shown && (await this.resolve(each))?.url.href === target.url.href) {
        return each;
      }
    }
    return undefined;
  }

  private async deleteAddress({ id }: KeptTarget): Promise<void> {
    if (id !== undefined) {
      await this.storage.delete(keyOf(id));
    }
  }
}

/** No keyring is a normal state, in which addresses with a query have to be typed again. */
async function withKeyring<T>(use: () => Thenable<T>): Promise<T | undefined> {
  try {
    return await use();
  } catch {
    return undefined;
  }
}

const isSame = (one: KeptTarget, other: KeptTarget) => one.shown === other.shown && one.id === other.id;
const keyOf = (id: string) => `target ${id}`;
