import {
  CodeLens,
  type CodeLensProvider,
  commands,
  Disposable,
  l10n,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { pickEventKeys } from '../commands/pickEvents';
import { escapeIcons, lensTitle, withoutLinks } from '../presentation/texts';
import { type MisnamedFile, misnamedFile } from './library/misnamedFile';

/** Renames a file with a body after an event: takes its address, and the key where that is known. */
const renameCommand = '_bitbucketWebhooks.nameAfterEvent';

/** Above the text of a file that is named after no event: says so, and offers the right name. */
class MisnamedLenses implements CodeLensProvider {
  constructor(private readonly misnamed: (uri: Uri) => MisnamedFile | undefined) {}

  provideCodeLenses({ uri }: TextDocument): CodeLens[] {
    const file = this.misnamed(uri);
    if (!file) {
      return [];
    }
    const lens = (title: string, tooltip: string, command: string, ...given: readonly unknown[]) =>
      new CodeLens(new Range(0, 0, 0, 0), { title, tooltip, command, arguments: [uri, ...given] });
    const why = l10n.t('Its schema goes with a body by the name of the file, and sending knows the event by it');
    const names = file.keys.map((key) => {
      const name = escapeIcons(file.nameFor(key));
      return lens(lensTitle('edit', l10n.t('Rename to {0}', name)), why, renameCommand, key);
    });
    return [
      lens(lensTitle('warning', l10n.t('No event is called {0}', escapeIcons(file.written))), why, ''),
      ...(names.length > 0 ? names : [lens(lensTitle('edit', l10n.t('Name it after an event')), why, renameCommand)]),
    ];
  }
}

/** What there is for files with bodies that are named after no event. */
export function registerMisnamedFiles(catalog: EventCatalog): Disposable {
  const misnamed = ({ path, scheme }: Uri) =>
    scheme.startsWith('bitbucket-webhook') ? undefined : misnamedFile(path, catalog.listKnownEvents());
  return Disposable.from(
    languages.registerCodeLensProvider({ pattern: '**/*.bitbucket.json' }, new MisnamedLenses(misnamed)),
    commands.registerCommand(renameCommand, async (uri: Uri, given?: string) => {
      const file = misnamed(uri);
      if (!file) {
        return;
      }
      const title = l10n.t('Event that this text is the body of');
      const key = given ?? (await pickEventKeys(catalog, title, false, { query: file.query }))[0];
      if (key !== undefined) {
        await rename(uri, file.nameFor(key));
      }
    }),
  );
}

async function rename(uri: Uri, name: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.renameFile(uri, Uri.joinPath(uri, '..', name), { overwrite: false });
  if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(withoutLinks(l10n.t('The file can’t be renamed to {0}.', name)));
  }
}
