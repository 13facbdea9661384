import { commands, type Disposable, env, Uri } from 'vscode';
import { referenceUrl } from '../presentation/references';
import { apiBaseUrlSetting, openSettingCommand } from '../presentation/settingLinks';
import { registerCommand } from './registerCommand';

export function registerOpenReference(): Disposable {
  return registerCommand('openReference', () => env.openExternal(Uri.parse(referenceUrl)));
}

/** What links to settings run. VS Code keeps settings of the machine on another page where that is a remote one. */
export function registerOpenSetting(): Disposable {
  return commands.registerCommand(openSettingCommand, async (name: unknown) => {
    const isRemote = name === apiBaseUrlSetting && env.remoteName !== undefined;
    await commands.executeCommand(`workbench.action.${isRemote ? 'openRemoteSettings' : 'openSettings'}`, {
      query: `@id:${String(name)}`,
    });
  });
}
