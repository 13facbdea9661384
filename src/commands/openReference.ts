import { commands, type Disposable, env, Uri } from 'vscode';

/** Atlassian's reference of the two operations that this extension uses, and of the webhook resource itself. */
const referenceUrl = 'https://developer.atlassian.com/cloud/bitbucket/rest/api-group-webhooks/';

export function registerOpenReference(): Disposable {
  return commands.registerCommand('bitbucketWebhooks.openReference', () => env.openExternal(Uri.parse(referenceUrl)));
}
