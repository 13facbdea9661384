import { commands, type Disposable, env, Uri } from 'vscode';
import { referenceUrl } from '../presentation/referenceUrl';

export function registerOpenReference(): Disposable {
  return commands.registerCommand('bitbucketWebhooks.openReference', () => env.openExternal(Uri.parse(referenceUrl)));
}
