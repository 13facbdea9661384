// A second extension beside ours, for `npm start` alone: it opens what there is to try.
const { commands, Position, Selection, Uri, window, workspace } = require('vscode');

exports.activate = async () => {
  await commands.executeCommand('bitbucketWebhooks.events.focus');
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) {
    return;
  }
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, 'bitbucket-triggers.yml'));
  // The list item that is left to be filled in.
  const lines = document.getText().split(/\r?\n/);
  const line = lines.findLastIndex((text) => text.trim() === '-');
  const cursor = new Position(line, lines[line]?.length ?? 0);
  await window.showTextDocument(document, { selection: new Selection(cursor, cursor) });
};
