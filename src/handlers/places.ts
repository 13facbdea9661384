import { RelativePattern, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { exists, folderReader, isWithin, partsBetween } from './folderReader';
import type { Framework, HandlerProject, ProjectReader } from './generator/framework';

/** As many projects of a monorepo are looked at. */
const maxManifests = 30;

/** A folder in which a handler may be written. */
export interface Place {
  /** Of the project. */
  readonly folder: Uri;
  /** What the user calls it: its path below the workspace folder, or that one's name. */
  readonly name: string;
  readonly reader: ProjectReader;
  /** Where in the project the user wants it; where the framework's people would put it, if they didn't say. */
  readonly wished?: string;
}

/** A place as a framework sees it. */
export interface OpenPlace extends Place {
  readonly project: HandlerProject;
}

/** The folders of the workspace that have a manifest, the nearest to the file in front first, and its roots. */
export async function findPlaces(manifests: Iterable<string>): Promise<Place[]> {
  const roots = workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    [...new Set(manifests)].flatMap((name) => roots.map((root) => withManifest(root, name))),
  );
  const front = window.activeTextEditor?.document.uri;
  const depth = (folder: Uri) => folder.path.split('/').length;
  /** How deep a folder lies that the file in front is in; the deeper, the nearer. */
  const nearness = (folder: Uri) => (front && isWithin(folder, front) ? depth(folder) : 0);
  const folders = [...found.flat(), ...roots.map(({ uri }) => uri)].sort(
    (a, b) => nearness(b) - nearness(a) || depth(a) - depth(b) || a.path.localeCompare(b.path),
  );
  return [...new Map(folders.map((folder) => [folder.toString(), folder])).values()].map((folder) => placeAt(folder));
}

async function withManifest(root: WorkspaceFolder, name: string): Promise<Uri[]> {
  const pattern = new RelativePattern(root, `**/${name}`);
  const files = await workspace.findFiles(pattern, '**/{node_modules,vendor,venv,dist,out,.*}/**', maxManifests);
  return files.map((file) => Uri.joinPath(file, '..'));
}

/** The project that a folder belongs to, which the user has chosen for the handler. */
export async function placeFor(folder: Uri, manifests: readonly string[]): Promise<Place> {
  const root = workspace.getWorkspaceFolder(folder)?.uri ?? folder;
  for (let at = folder; isWithin(root, at); at = Uri.joinPath(at, '..')) {
    const isThere = await Promise.all(manifests.map((name) => exists(Uri.joinPath(at, name))));
    if (isThere.includes(true)) {
      const wished = partsBetween(at, folder).join('/');
      return { ...placeAt(at), ...(wished !== '' && { wished: `${wished}/bitbucket` }) };
    }
    if (at.path === root.path) {
      break;
    }
  }
  return placeAt(folder);
}

export const openPlace = async (place: Place, framework: Framework): Promise<OpenPlace> => ({
  ...place,
  project: await framework.open(place.reader),
});

function placeAt(folder: Uri): Place {
  const name = workspace.asRelativePath(folder, (workspace.workspaceFolders?.length ?? 0) > 1);
  const last = folder.path.split('/').at(-1) ?? '';
  return { folder, name: name === folder.fsPath ? last : name, reader: folderReader(folder) };
}
