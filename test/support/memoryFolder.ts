import type { CacheFolder } from '../../src/catalog/cacheFolder';

/** A cache folder in memory. */
export class MemoryFolder implements CacheFolder {
  readonly files = new Map<string, string>();

  list(): Promise<string[]> {
    return Promise.resolve([...this.files.keys()]);
  }

  read(name: string): Promise<string> {
    const text = this.files.get(name);
    return text === undefined ? Promise.reject(new Error(`no file ${name}`)) : Promise.resolve(text);
  }

  write(name: string, text: string): Promise<void> {
    this.files.set(name, text);
    return Promise.resolve();
  }

  delete(name: string): Promise<void> {
    this.files.delete(name);
    return Promise.resolve();
  }
}
