// A second extension beside ours, for `npm start` alone: it shows the view, beside the file that VS Code opens by itself.
const { commands } = require('vscode');

exports.activate = async () => {
  await commands.executeCommand('bitbucketWebhooks.events.focus');
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
};
