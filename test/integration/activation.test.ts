import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { initialRequests } from './testServer';

const extension = () =>
  extensions.all.find(({ packageJSON }) => (packageJSON as { name: string }).name === 'bitbucket-webhook-events') ??
  assert.fail('the extension is not installed');

interface Manifest {
  contributes: {
    commands: { command: string }[];
    keybindings: { command: string }[];
    configuration: { properties: Record<string, { scope: string }> };
  };
}

describe('Activation', () => {
  it('registers every command of the manifest and sends nothing', async () => {
    await extension().activate();
    const registered = new Set(await commands.getCommands());
    for (const { command } of (extension().packageJSON as Manifest).contributes.commands) {
      assert.ok(registered.has(command), command);
    }
    assert.deepEqual(await initialRequests(), []);
  });

  it('has a title for what keys of the keyboard run, for whoever looks through these', () => {
    const { commands: titled, keybindings } = (extension().packageJSON as Manifest).contributes;
    for (const { command } of keybindings) {
      assert.ok(
        titled.some((each) => each.command === command && !command.startsWith('_')),
        command,
      );
    }
  });

  it('takes the API base URL from the machine, never from a workspace', () => {
    const { properties } = (extension().packageJSON as Manifest).contributes.configuration;
    assert.equal(properties['bitbucketWebhooks.apiBaseUrl']?.scope, 'machine');
  });
});
