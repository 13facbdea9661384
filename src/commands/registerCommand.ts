import { commands, type Disposable, l10n, window } from 'vscode';

/**
 * Registers a command of the extension.
 *
 * @param name What follows `bitbucketWebhooks.` in its identifier.
 */
export function registerCommand(name: string, run: Parameters<typeof commands.registerCommand>[1]): Disposable {
  return commands.registerCommand(`bitbucketWebhooks.${name}`, run);
}

/** Registers a command that stands in the menu of events in the view. */
export function registerEventCommand(name: string, run: Parameters<typeof commands.registerCommand>[1]): Disposable {
  return registerCommand(name, (...args: unknown[]): unknown => {
    // So VS Code calls it for a row that it has just replaced; keys and the palette pass nothing at all.
    const isGone = args.length > 0 && args[0] === undefined;
    return isGone
      ? window.setStatusBarMessage(l10n.t('The list has just changed. Please try again.'), 4_000)
      : (run(...args) as unknown);
  });
}
