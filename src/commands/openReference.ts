import { type Disposable, env, Uri } from 'vscode';
import { referenceUrl } from '../presentation/referenceUrl';
import { registerCommand } from './registerCommand';

export function registerOpenReference(): Disposable {
  return registerCommand('openReference', () => env.openExternal(Uri.parse(referenceUrl)));
}
