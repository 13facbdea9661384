import type { Memento, SecretStorage } from 'vscode';
import type { KeptTarget } from './wire/delivery';
import { parseTarget, type Target } from './wire/target';

const recentKey = 'bitbucketWebhooks.targets';
const originsKey = 'bitbucketWebhooks.approvedOrigins';
const maxRecent = 10;

/**
 * Where the user has sent deliveries, on this machine, in any window. What is remembered of a target is its origin and
 * path; an address with a query, which may hold a token, is a secret.
 */
export class DeliveryTargets {
  constructor(
    private readonly memory: Memento,
    private readonly storage: SecretStorage,
  ) {}

  /** The last ones first. */
  get recent(): readonly KeptTarget[] {
    return this.memory.get<readonly KeptTarget[]>(recentKey, []);
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
    const entry = kept ?? { shown: target.shown, ...(target.hasQuery ? { id: crypto.randomUUID() } : {}) };
    const { id } = entry;
    if (!kept && id !== undefined) {
      await withKeyring(() => this.storage.store(keyOf(id), target.url.href));
    }
    const others = this.recent.filter((each) => each.shown !== entry.shown || each.id !== id);
    await this.memory.update(recentKey, [entry, ...others].slice(0, maxRecent));
    await Promise.all(others.slice(maxRecent - 1).map((each) => this.deleteAddress(each)));
    return entry;
  }

  async forget(target: KeptTarget): Promise<void> {
    const others = this.recent.filter(({ shown, id }) => shown !== target.shown || id !== target.id);
    await this.memory.update(recentKey, others);
    await this.deleteAddress(target);
  }

  /** Whether deliveries may go there without a question. */
  isApproved({ isLoopback, url }: Target): boolean {
    return isLoopback || this.memory.get<readonly string[]>(originsKey, []).includes(url.origin);
  }

  async approve({ url }: Target): Promise<void> {
    await this.memory.update(originsKey, [...this.memory.get<readonly string[]>(originsKey, []), url.origin]);
  }

  private async find(target: Target): Promise<KeptTarget | undefined> {
    for (const each of this.recent) {
      if (each.shown === target.shown && (await this.resolve(each))?.url.href === target.url.href) {
        return each;
      }
    }
    return undefined;
  }

  private async deleteAddress({ id }: KeptTarget): Promise<void> {
    if (id !== undefined) {
      await withKeyring(() => this.storage.delete(keyOf(id)));
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

const keyOf = (id: string) => `target ${id}`;
