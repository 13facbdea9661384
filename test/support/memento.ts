import type { Memento, SecretStorage } from 'vscode';

/** What VS Code keeps for an extension, in memory; values go through JSON, as they do there. */
export class MemoryMemento implements Memento {
  readonly values = new Map<string, string>();

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, defaultValue?: T): T {
    const value = this.values.get(key);
    return value === undefined ? (defaultValue as T) : (JSON.parse(value) as T);
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }
}

/** A keyring in memory, that can be lost, or be none at all. */
export class MemorySecrets implements SecretStorage {
  readonly values = new Map<string, string>();
  isBroken = false;

  readonly onDidChange = () => ({ dispose: () => undefined });

  get(key: string): Promise<string | undefined> {
    return this.isBroken ? Promise.reject(new Error('no keyring')) : Promise.resolve(this.values.get(key));
  }

  store(key: string, value: string): Promise<void> {
    return this.isBroken ? Promise.reject(new Error('no keyring')) : Promise.resolve(void this.values.set(key, value));
  }

  delete(key: string): Promise<void> {
    return this.isBroken ? Promise.reject(new Error('no keyring')) : Promise.resolve(void this.values.delete(key));
  }
}
