/** A folder of small text files: VS Code's global storage, or any other. Every method rejects where it can't. */
export interface CacheFolder {
  /** The names of the files; none where there is no folder yet. */
  list(): Promise<readonly string[]>;
  read(name: string): Promise<string>;
  /** Makes a new file, and the folder where there is none. */
  write(name: string, text: string): Promise<void>;
  delete(name: string): Promise<void>;
}
