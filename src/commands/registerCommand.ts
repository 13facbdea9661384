import { commands, type Disposable } from 'vscode';

/**
 * Registers a command of the extension.
 *
 * @param name What follows `bitbucketWebhooks.` in its identifier.
 */
export function registerCommand(name: string, run: Parameters<typeof commands.registerCommand>[1]): Disposable {
  return commands.registerCommand(`bitbucketWebhooks.${name}`, run);
}
