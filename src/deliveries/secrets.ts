import type { Memento, SecretStorage } from 'vscode';

/** A target's secret. It may be lost where the system's keyring is, or where VS Code has none and forgets. */
type KeptSecret =
  { readonly kind: 'none' } | { readonly kind: 'lost' } | { readonly kind: 'kept'; readonly secret: string };

const namesKey = 'bitbucketWebhooks.secretNames';

/** The secrets of targets, by origin and path: in VS Code's SecretStorage and nowhere else. */
export class DeliverySecrets {
  constructor(
    private readonly storage: SecretStorage,
    /** Has the list of targets with a secret, since not every VS Code can list its secrets. */
    private readonly memory: Memento,
  ) {}

  /** The targets that have a secret, or had one before it was lost. */
  get names(): readonly string[] {
    return this.memory.get<readonly string[]>(namesKey, []);
  }

  async get(name: string): Promise<KeptSecret> {
    if (!this.names.includes(name)) {
      return { kind: 'none' };
    }
    try {
      const secret = await this.storage.get(keyOf(name));
      return secret === undefined ? { kind: 'lost' } : { kind: 'kept', secret };
    } catch {
      // No keyring at all. The cause is VS Code's, who logs it.
      return { kind: 'lost' };
    }
  }

  async set(name: string, secret: string): Promise<void> {
    await this.storage.store(keyOf(name), secret);
    await this.memory.update(namesKey, [name, ...this.names.filter((each) => each !== name)]);
  }

  async forget(name: string): Promise<void> {
    await this.storage.delete(keyOf(name));
    await this.memory.update(
      namesKey,
      this.names.filter((each) => each !== name),
    );
  }
}

const keyOf = (name: string) => `secret ${name}`;
