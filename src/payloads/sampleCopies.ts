import {
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode';
import type { PayloadFiles } from './payloadFiles';
import { shownSample } from './shownSample';

interface Copy {
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly written: number;
}

/**
 * Copies of samples that can be edited, in memory: VS Code asks about them at closing only if they were changed. One
 * that a former window left open is made of its sample again.
 */
export class SampleCopies implements FileSystemProvider {
  private readonly copies = new Map<string, Copy>();
  private readonly changes = new EventEmitter<FileChangeEvent[]>();

  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.changes.event;

  constructor(private readonly files: PayloadFiles) {}

  has(path: string): boolean {
    return this.copies.has(path);
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

  writeFile(uri: Uri, bytes: Uint8Array): void {
    const type = this.copies.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.copies.set(uri.path, { bytes, written: Date.now() });
    this.changes.fire([{ type, uri }]);
  }

  delete(uri: Uri): void {
    this.copies.delete(uri.path);
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  async rename(from: Uri, to: Uri): Promise<void> {
    this.writeFile(to, await this.readFile(from));
    this.delete(from);
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
    const text = of && (await this.files.sample(of));
    if (text === undefined) {
      throw FileSystemError.FileNotFound(uri);
    }
    const made = { bytes: new TextEncoder().encode(text), written: Date.now() };
    this.copies.set(uri.path, made);
    return made;
  }
}
