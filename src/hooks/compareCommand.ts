import { commands, Disposable, l10n, type Uri, window, workspace } from 'vscode';
import { keysOfTreeItems, registerRowCommand, registerTitleCommand } from '../commands/registerCommand';
import { type ComparisonDocuments, comparisonUri, refreshCommand, showPlacesCommand } from './comparisonDocuments';

/** "Compare events with code": of the given event, else of all; and what links in the document run. */
export function registerCompare(documents: ComparisonDocuments): Disposable {
  const compare = async (key?: string) => {
    if ((workspace.workspaceFolders ?? []).length === 0) {
      void window.showInformationMessage(l10n.t('Open the folder with your code first.'));
      return;
    }
    const uri = comparisonUri(key);
    if (workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) {
      documents.refresh(uri);
    }
    await commands.executeCommand('vscode.open', uri);
  };
  return Disposable.from(
    registerRowCommand('compareWithCode', (item?: unknown) => compare(keysOfTreeItems(item, undefined)[0])),
    registerTitleCommand('compareWithCode', () => compare()),
    commands.registerCommand(refreshCommand, (uri: Uri) => {
      documents.refresh(uri);
    }),
    commands.registerCommand(showPlacesCommand, async (uri: string, link: number) => {
      const locations = documents.locationsOf(uri, link);
      const editor = window.activeTextEditor;
      if (editor) {
        const { document, selection } = editor;
        await commands.executeCommand('editor.action.goToLocations', document.uri, selection.active, locations, 'peek');
      }
    }),
  );
}
