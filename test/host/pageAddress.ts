import { pathToFileURL } from 'node:url';
import type { ServerHost } from './serverHost';

export interface PageOptions {
  /** The folder to open, if any. */
  readonly folder?: string;
  /** The address of a folder in the file system of an extension, in place of a path. */
  readonly folderUri?: string;
  /** The folder of an extension under development. A driven server only. */
  readonly extension?: string;
  /** The module with the tests to run in the extension host, whose `run` is called. A driven server only. */
  readonly tests?: string;
  /** A file to open, perhaps with `:line:column` behind it; both count from 1. */
  readonly file?: string;
}

/** The address that opens the server's workbench. All paths are absolute. */
export function pageAddress(server: Pick<ServerHost, 'port' | 'token'>, options: PageOptions): string {
  const authority = `127.0.0.1:${server.port}`;
  const remote = (path: string): string => `vscode-remote://${authority}${urlPath(path)}`;
  const payload = [
    ...(options.extension === undefined ? [] : [['extensionDevelopmentPath', remote(options.extension)]]),
    ...(options.tests === undefined ? [] : [['extensionTestsPath', remote(options.tests)]]),
    ...(options.file === undefined
      ? []
      : [
          ['openFile', remote(options.file)],
          ['gotoLineMode', 'true'],
        ]),
  ];
  const address = new URL(`http://${authority}/`);
  address.searchParams.set('tkn', server.token);
  const folder = options.folderUri ?? (options.folder === undefined ? undefined : urlPath(options.folder));
  if (folder !== undefined) {
    address.searchParams.set('folder', folder);
  }
  if (payload.length > 0) {
    address.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]));
  }
  return address.href;
}

/** `/home/me`, and on Windows `/c:/Users/me`. */
const urlPath = (path: string): string => decodeURIComponent(pathToFileURL(path).pathname);
