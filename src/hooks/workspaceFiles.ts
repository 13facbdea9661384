import { type CancellationToken, FileType, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { inSlices } from '../language/syntax/turns';
import { type Content, isBinary, type SourceFile } from './comparison/collect';
import { excludeGlob } from './comparison/excludeGlob';

/** Longer files are made by machines. Bytes. */
const maxLength = 1_000_000;

/**
 * The files of all folders, but for those that users keep out of the Explorer or of searches, and what others have
 * written. `.gitignore` isn't asked: no stable API of VS Code tells what it says.
 */
export async function listFiles(token: CancellationToken): Promise<SourceFile[]> {
  const folders = workspace.workspaceFolders ?? [];
  const files: SourceFile[][] = [];
  for (const folder of folders) {
    const hidden = ['files', 'search'].map((section) =>
      workspace.getConfiguration(section, folder.uri).get<unknown>('exclude'),
    );
    const uris = await workspace.findFiles(
      new RelativePattern(folder, '**/*'),
      new RelativePattern(folder, excludeGlob(hidden)),
      undefined,
      token,
    );
    files.push(await inSlices(sourceFiles(folder, uris, folders.length > 1)));
  }
  return files.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

function* sourceFiles({ name }: WorkspaceFolder, uris: readonly Uri[], isOneOfSeveral: boolean): Generator<SourceFile> {
  for (const uri of uris) {
    const path = workspace.asRelativePath(uri, false);
    const ownPath = `${name}/${path}`;
    yield { path: isOneOfSeveral ? ownPath : path, ownPath, uri: uri.toString() };
  }
}

/** Reads files as they stand in editors, else as they are kept. No document is opened: that wakes language servers. */
export function fileReader(): (file: SourceFile) => Promise<Content> {
  const unsaved = new Map(
    workspace.textDocuments.filter(({ isDirty }) => isDirty).map((document) => [document.uri.toString(), document]),
  );
  return async ({ uri }) => {
    const document = unsaved.get(uri);
    if (document) {
      return { text: document.getText() };
    }
    try {
      const target = Uri.parse(uri, true);
      const { size, type } = await workspace.fs.stat(target);
      if (size > maxLength) {
        return 'tooLarge';
      }
      if ((type & FileType.File) === 0) {
        return 'unreadable';
      }
      const bytes = await workspace.fs.readFile(target);
      return isBinary(bytes) ? 'binary' : { text: new TextDecoder().decode(bytes) };
    } catch {
      // Deleted meanwhile, or not ours to read.
      return 'unreadable';
    }
  };
}
