import {
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode';

/** A file system in memory, as a virtual workspace has one: files by path, and the paths that were read. */
export class MemoryFiles implements FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly read: string[] = [];
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) {
      this.files.set(path, new TextEncoder().encode(text));
    }
  }

  stat({ path }: Uri) {
    const size = this.files.get(path)?.length;
    const isFolder = [...this.files.keys()].some((file) => file.startsWith(`${path.replace(/\/$/, '')}/`));
    if (size === undefined && !isFolder) {
      throw FileSystemError.FileNotFound();
    }
    return { type: isFolder ? FileType.Directory : FileType.File, ctime: 0, mtime: 0, size: size ?? 0 };
  }

  readFile(uri: Uri): Uint8Array {
    this.read.push(uri.path);
    if (this.stat(uri).type === FileType.Directory) {
      throw FileSystemError.FileIsADirectory(uri);
    }
    return this.files.get(uri.path) ?? new Uint8Array();
  }

  writeFile({ path }: Uri, bytes: Uint8Array): void {
    this.files.set(path, bytes);
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    const folder = path.endsWith('/') ? path : `${path}/`;
    const below = [...this.files.keys()].filter((file) => file.startsWith(folder));
    const names = new Set(below.map((file) => file.slice(folder.length).split('/', 1)[0] ?? ''));
    return [...names].map((name) => [name, this.files.has(folder + name) ? FileType.File : FileType.Directory]);
  }

  readonly watch = () => ({ dispose: () => undefined });
  readonly createDirectory = () => undefined;
  readonly delete = ({ path }: Uri) => void this.files.delete(path);
  readonly rename = (uri: Uri) => {
    throw FileSystemError.NoPermissions(uri);
  };
}
