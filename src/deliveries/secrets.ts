import type { Memento, SecretStorage } from 'vscode';
import { Emitter } from '../catalog/emitter';

/** A target's secret. It may be lost where the system's keyring is, or where VS Code has none and forgets. */
type KeptSecret =
  { readonly kind: 'none' } | { readonly kind: 'lost' } | { readonly kind: 'kept'; readonly secret: string };

const namesKey = 'bitbucketWebhooks.secretNames';

/** The secrets of targets, by origin and path: in VS Code's SecretStorage and nowhere else. */
export class DeliverySecrets {
  /** Those that were found lost when they were last read. */
  private readonly lost = new Set<string>();
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly storage: SecretStorage,
    /** Has the list of targets with a secret, since not every VS Code can list its secrets. */
    private readonly memory: Memento,
  ) {}

  /** The targets that have a secret, or had one before it was lost. */
  get names(): readonly string[] {
    return this.memory.get<readonly string[]>(namesKey, []);
  }

  /** What is known of a target's secret without reading it. */
  stateOf(name: string): KeptSecret['kind'] {
    return this.names.includes(name) ? (this.lost.has(name) ? 'lost' : 'kept') : 'none';
  }

  async get(name: string): Promise<KeptSecret> {
    if (!this.names.includes(name)) {
      return { kind: 'none' };
    }
    const secret = await this.read(name);
    this.note(name, secret === undefined);
    return secret === undefined ? { kind: 'lost' } : { kind: 'kept', secret };
  }

  /** Finds out which secrets are lost. */
  async check(): Promise<void> {
    await Promise.all(this.names.map((name) => this.get(name)));
  }

  async set(name: string, secret: string): Promise<void> {
    await this.storage.store(keyOf(name), secret);
    await this.list([name, ...this.names.filter((each) => each !== name)]);
    this.lost.delete(name);
    this.changes.fire();
  }

  /** Rejects where the keyring refuses; the target then still has its secret. */
  async forget(name: string): Promise<void> {
    await this.storage.delete(keyOf(name));
    await this.list(this.names.filter((each) => each !== name));
    this.lost.delete(name);
    this.changes.fire();
  }

  /** `undefined` where there is none, or no keyring at all. The cause is VS Code's, who logs it. */
  private async read(name: string): Promise<string | undefined> {
    try {
      return await this.storage.get(keyOf(name));
    } catch {
      return undefined;
    }
  }

  private note(name: string, isLost: boolean): void {
    if (isLost !== this.lost.has(name)) {
      this.lost[isLost ? 'add' : 'delete'](name);
      this.changes.fire();
    }
  }

  private async list(names: readonly string[]): Promise<void> {
    await this.memory.update(namesKey, names);
  }
}

const keyOf = (name: string) => `secret ${name}`;
