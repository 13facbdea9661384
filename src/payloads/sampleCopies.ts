import {
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Memento,
  type Uri,
} from 'vscode';
import type { PayloadFiles } from './payloadFiles';
import { shownSample } from './shownSample';

interface Copy {
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly written: number;
}

const keptKey = 'bitbucketWebhooks.copies';
const maxKept = 20;

/**
 * Copies of samples that can be edited, in memory: VS Code asks about them at closing only if they were changed. What
 * is saved of them, as auto save does, is there again after a reload; one that was never saved is made of its sample.
 */
export class SampleCopies implements FileSystemProvider {
  private readonly copies = new Map<string, Copy>();
  private readonly changes = new EventEmitter<FileChangeEvent[]>();

  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.changes.event;

  constructor(
    private readonly files: PayloadFiles,
    /** Of the workspace: has the last copies that were saved. */
    private readonly memory: Memento,
  ) {}

  has(path: string): boolean {
    return this.copies.has(path) || this.kept(path) !== undefined;
  }

  /** Makes a copy that isn't changed yet. */
  add({ path }: Uri, text: string): void {
    this.put(path, new TextEncoder().encode(text));
  }

  async stat(uri: Uri): Promise<FileStat> {
    if (uri.path === '/') {
      return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    const { bytes, written } = await this.copyAt(uri);
    return { type: FileType.File, ctime: written, mtime: written, size: bytes.length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return (await this.copyAt(uri)).bytes;
  }

  async writeFile(uri: Uri, bytes: Uint8Array): Promise<void> {
    const type = this.copies.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.put(uri.path, bytes);
    await this.keep(uri.path, new TextDecoder().decode(bytes));
    this.changes.fire([{ type, uri }]);
  }

  async delete(uri: Uri): Promise<void> {
    this.copies.delete(uri.path);
    await this.keep(uri.path);
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  async rename(from: Uri, to: Uri): Promise<void> {
    await this.writeFile(to, await this.readFile(from));
    await this.delete(from);
  }

  readDirectory(): [string, FileType][] {
    return [...this.copies.keys()].map((path) => [path.slice(1), FileType.File]);
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  watch() {
    // Nobody else writes here.
    return { dispose: () => undefined };
  }

  dispose(): void {
    this.changes.dispose();
  }

  private async copyAt(uri: Uri): Promise<Copy> {
    const copy = this.copies.get(uri.path);
    if (copy) {
      return copy;
    }
    const of = await shownSample(uri, this.files);
    const text = this.kept(uri.path) ?? (of && (await this.files.sample(of)));
    if (text === undefined) {
      throw FileSystemError.FileNotFound(uri);
    }
    return this.put(uri.path, new TextEncoder().encode(text));
  }

  private put(path: string, bytes: Uint8Array): Copy {
    const copy = { bytes, written: Date.now() };
    this.copies.set(path, copy);
    return copy;
  }

  private get allKept(): readonly (readonly [path: string, text: string])[] {
    return this.memory.get(keptKey, []);
  }

  private kept(path: string): string | undefined {
    return this.allKept.find(([each]) => each === path)?.[1];
  }

  /** Puts a text first, or forgets the one of the path. */
  private async keep(path: string, text?: string): Promise<void> {
    const others = this.allKept.filter(([each]) => each !== path);
    await this.memory.update(keptKey, text === undefined ? others : [[path, text], ...others].slice(0, maxKept));
  }
}
