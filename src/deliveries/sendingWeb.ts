import { Disposable, l10n, window } from 'vscode';
import { registerCommand, registerTitleCommand } from '../commands/registerCommand';
import { sendingCommands, sendingTitleCommands } from './sending';

/**
 * Browsers keep User-Agent to themselves and ask a handler for permission first, so no true delivery comes of them. The
 * commands are in no menu there; somebody may have given a key to one.
 */
export function registerSending(): Disposable {
  const excuse = () =>
    window.showInformationMessage(
      l10n.t('A browser can’t send what Bitbucket does. Use VS Code on a computer, or a remote or Codespaces window.'),
    );
  return Disposable.from(
    ...sendingCommands.map((name) => registerCommand(name, excuse)),
    ...sendingTitleCommands.map((name) => registerTitleCommand(name, excuse)),
  );
}
