import { commands, type Disposable, l10n, Position, Selection, window, workspace } from 'vscode';

/** Only the walkthrough runs it. Named in package.json as the end of its second step, too. */
const tryCompletionCommand = '_bitbucketWebhooks.tryCompletion';

/** What the steps of the walkthrough (in package.json) need beyond the commands that are there anyway. */
export function registerWalkthrough(): Disposable {
  return commands.registerCommand(tryCompletionCommand, async () => {
    const intro = l10n.t('The events that a Bitbucket webhook subscribes to. Type, or pick one from the list.');
    const lines = [`# ${intro}`, 'events:', '  - repo:push', '  - '];
    const document = await workspace.openTextDocument({ language: 'yaml', content: lines.join('\n') });
    const end = new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
    await window.showTextDocument(document, { selection: new Selection(end, end) });
    await commands.executeCommand('editor.action.triggerSuggest');
  });
}
